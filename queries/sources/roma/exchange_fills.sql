-- A row is one execution on the exchange. Without a position side, which an account in one-way mode has not, a fill closes
-- where the exchange says that it realised something.
INSERT INTO staged.fills BY NAME
SELECT
    concat_ws(' ', 'fill', f.symbol, COALESCE(f.id, epoch_us(f.time) || '-' || f.position)) AS id,
    f.time,
    t.agent,
    f.symbol AS symbol_written,
    f.file,
    f.order_id,
    lower(f.side) AS side,
    CASE
        WHEN upper(f.position_side) = 'LONG' THEN CASE upper(f.side) WHEN 'BUY' THEN 'open' ELSE 'close' END
        WHEN upper(f.position_side) = 'SHORT' THEN CASE upper(f.side) WHEN 'SELL' THEN 'open' ELSE 'close' END
        WHEN f.realized_pnl IS NULL THEN 'unknown'
        WHEN f.realized_pnl <> 0 THEN 'close'
        ELSE 'open'
    END AS role,
    f.quantity,
    f.price,
    f.commission AS fee,
    CASE WHEN f.commission IS NOT NULL THEN COALESCE(f.commission_asset, raw.quote_currency(f.symbol)) END AS fee_currency,
    f.realized_pnl AS pnl_reported
FROM raw.roma_fills AS f CROSS JOIN raw.told AS t
WHERE upper(f.side) IN ('BUY', 'SELL')
QUALIFY row_number() OVER (PARTITION BY t.agent, f.symbol, COALESCE(f.id, epoch_us(f.time) || '-' || f.position) ORDER BY f.file, f.position) = 1
