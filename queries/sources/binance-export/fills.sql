-- A row is one spot fill. It has no id: it is known by what it says and how often the file says it.
INSERT INTO staged.fills BY NAME
SELECT
    r.content || '#' || row_number() OVER (PARTITION BY r.file, r.content ORDER BY r.position) AS id,
    r.filled_at AS time, t.agent, 'binance' AS exchange, COALESCE(t.environment, 'live') AS environment,
    COALESCE(r.base || '/' || r.quote, r.pair) AS symbol_written, r.file,
    r.side, CASE r.side WHEN 'buy' THEN 'open' ELSE 'close' END AS role,
    r.quantity, r.price, r.fee, r.fee_currency
FROM raw.binance_spot_read AS r CROSS JOIN raw.told AS t
WHERE r.filled_at IS NOT NULL AND r.side IN ('buy', 'sell') AND r.price > 0 AND r.quantity > 0
