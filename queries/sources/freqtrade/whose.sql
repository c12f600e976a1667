-- A row is a trade of the database: whose it is, and whether money was at stake. An agent is a strategy where nobody names
-- one. Orders of a dry run have ids that freqtrade made up; those of an exchange may be of its sandbox, so they prove nothing.
CREATE OR REPLACE TABLE raw.freqtrade_whose AS
WITH dry AS (
    SELECT CAST(ft_trade_id AS VARCHAR) AS trade, bool_and(starts_with(CAST(order_id AS VARCHAR), 'dry_run_')) AS dry
    FROM raw.orders GROUP BY ft_trade_id
)
SELECT
    CAST(r.id AS VARCHAR) AS trade,
    COALESCE(t.agent, NULLIF(CAST(r.strategy AS VARCHAR), ''), 'freqtrade') AS agent,
    COALESCE(t.environment, CASE WHEN d.dry THEN 'paper' END) AS environment,
    CAST(r.strategy AS VARCHAR) AS strategy,
    CAST(r.exchange AS VARCHAR) AS exchange,
    raw.time_in(r.open_date, 'UTC') AS opened,
    epoch_us(raw.time_in(r.open_date, 'UTC')) || '-' || CAST(r.id AS VARCHAR) AS known_as,
    t.file
FROM raw.trades AS r
CROSS JOIN raw.told AS t
LEFT JOIN dry AS d ON d.trade = CAST(r.id AS VARCHAR)
WHERE raw.time_in(r.open_date, 'UTC') IS NOT NULL
