-- positions: a row is one that is not closed, as it stood when the newest row of the database was written.
INSERT INTO staged.positions BY NAME
WITH newest AS (
    SELECT MAX(time) AS time
    FROM (
        SELECT greatest(raw.utc(updated_at), raw.utc(opened_at), raw.utc(closed_at)) AS time FROM raw.positions
        UNION ALL
        SELECT raw.utc(created_at) FROM raw.events
    )
)
SELECT
    epoch_us(n.time) || '-' || CAST(r.id AS VARCHAR) AS id,
    n.time,
    lower(CAST(r.exchange AS VARCHAR)) AS exchange,
    CAST(r.symbol AS VARCHAR) AS symbol_written,
    t.file,
    CASE lower(CAST(r.side AS VARCHAR)) WHEN 'long' THEN 'long' WHEN 'buy' THEN 'long' WHEN 'short' THEN 'short'
        WHEN 'sell' THEN 'short' END AS side,
    abs(TRY_CAST(r.quantity AS DECIMAL(38, 18))) AS quantity,
    raw.number(r.entry_price) AS entry_price,
    raw.number(r.current_price) AS mark_price,
    raw.number(r.unrealized_pnl) AS unrealised,
    raw.number(r.leverage) AS leverage,
    'open' AS status
FROM raw.positions AS r CROSS JOIN raw.told AS t CROSS JOIN newest AS n
WHERE lower(CAST(r.status AS VARCHAR)) IN ('active', 'trailing', 'open') AND n.time IS NOT NULL
