-- A row is the wallet of a backtest at the end of a day: the starting balance and the profits of the trades closed until
-- then. What was open in between is not in it.
INSERT INTO staged.equity BY NAME
WITH runs AS (
    SELECT r.*, b.stake_currency, COALESCE(b.starting_balance, b.dry_run_wallet) AS capital, b.daily_profit
    FROM raw.freqtrade_backtests AS b JOIN raw.freqtrade_runs AS r USING (file, position)
),
days AS (
    SELECT * EXCLUDE (daily_profit), unnest(TRY_CAST(daily_profit AS JSON[])) AS item FROM runs
),
read AS (
    SELECT * EXCLUDE (item), TRY_CAST(item ->> 0 AS DATE) AS day, TRY_CAST(item ->> 1 AS DOUBLE) AS profit FROM days
),
points AS (
    SELECT file, strategy, stake_currency, run, agent, CAST(day AS TIMESTAMP) + INTERVAL 1 DAY - INTERVAL 1 MICROSECOND AS time,
           capital + SUM(profit) OVER (PARTITION BY file, position ORDER BY day) AS value
    FROM read WHERE day IS NOT NULL AND profit IS NOT NULL
    UNION ALL
    SELECT file, strategy, stake_currency, run, agent, started, capital FROM runs
)
SELECT
    run || '-' || epoch_us(time) AS id, time, agent, 'backtest' AS environment,
    strategy, run AS strategy_version, file, value, stake_currency AS currency, 'modelled' AS basis,
    'starting balance and daily_profit' AS origin, 1 AS preference
FROM points
WHERE value IS NOT NULL AND time IS NOT NULL
