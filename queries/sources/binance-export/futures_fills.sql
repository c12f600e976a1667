-- A row is one futures fill, of another market than spot fills of the pair. It closes where it realised something, unless the file says which side of a hedged account it
-- belongs to; the realised profit is before fees.
INSERT INTO staged.fills BY NAME
SELECT
    COALESCE(r.symbol || '-' || r.trade_id, r.content || '#' || row_number() OVER (PARTITION BY r.file, r.content ORDER BY r.position)) AS id,
    r.filled_at AS time, t.agent, 'binance' AS exchange, COALESCE(t.environment, 'live') AS environment,
    r.symbol AS symbol_written, r.file, r.order_id, 'futures' AS market,
    r.side,
    CASE WHEN r.position_side IN ('long', 'short') THEN CASE WHEN (r.position_side = 'long') = (r.side = 'buy') THEN 'open' ELSE 'close' END
         WHEN r.realised <> 0 THEN 'close' WHEN r.realised = 0 THEN 'open' ELSE 'unknown' END AS role,
    r.quantity, r.price, r.fee, r.fee_currency, r.realised AS pnl_reported
FROM raw.binance_futures_read AS r CROSS JOIN raw.told AS t
WHERE r.filled_at IS NOT NULL AND r.side IN ('buy', 'sell') AND r.price > 0 AND r.quantity > 0
