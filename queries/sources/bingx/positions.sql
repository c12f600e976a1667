-- A row is a position as it was when the bot last wrote it; its size is negative where it is short.
INSERT INTO staged.positions BY NAME
SELECT
    p.symbol || '-' || epoch_us(raw.time_in(p.updated_at, 'UTC')) AS id,
    raw.time_in(p.updated_at, 'UTC') AS time,
    t.file,
    p.symbol AS symbol_written,
    CASE WHEN raw.exact(p.size) > 0 THEN 'long' WHEN raw.exact(p.size) < 0 THEN 'short' END AS side,
    abs(raw.exact(p.size)) AS quantity,
    NULLIF(raw.number(p.avg_price), 0) AS entry_price,
    CASE WHEN raw.exact(p.size) = 0 THEN 'closed' ELSE 'open' END AS status
FROM raw.positions AS p
CROSS JOIN raw.told AS t
WHERE p.symbol IS NOT NULL AND raw.time_in(p.updated_at, 'UTC') IS NOT NULL AND raw.exact(p.size) IS NOT NULL
