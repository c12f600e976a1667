-- positions: a row is one position as it stands when the file was last written. Only the guide knows this table; it
-- counts unrealised P&L as (current_price - entry_price) * quantity.
INSERT INTO staged.positions BY NAME
SELECT
    COALESCE(CAST(r.id AS VARCHAR), CAST(r.rowid AS VARCHAR)) AS id,
    COALESCE(raw.utc(r.updated_at), n.newest) AS time,
    t.agent, t.environment, t.file,
    CAST(r.symbol AS VARCHAR) AS symbol_written,
    CASE WHEN upper(CAST(r.side AS VARCHAR)) IN ('SELL', 'SHORT') OR raw.number(r.quantity) < 0 THEN 'short'
         ELSE 'long' END AS side,
    abs(TRY_CAST(r.quantity AS DECIMAL(38,18))) AS quantity,
    raw.number(r.entry_price) AS entry_price,
    raw.number(r.current_price) AS mark_price,
    CASE WHEN lower(CAST(r.status AS VARCHAR)) = 'open'
         THEN (raw.number(r.current_price) - raw.number(r.entry_price)) * raw.number(r.quantity) END AS unrealised,
    lower(CAST(r.status AS VARCHAR)) AS status
FROM raw.positions AS r CROSS JOIN raw.told AS t CROSS JOIN raw.reach AS n
WHERE COALESCE(raw.utc(r.updated_at), n.newest) IS NOT NULL
