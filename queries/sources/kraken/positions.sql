-- A row is a position that was open when the bot last updated it.
INSERT INTO staged.positions BY NAME
SELECT
    p.position_id || '-' || epoch_us(raw.utc(COALESCE(p.updated_at, p.created_at))) AS id,
    raw.utc(COALESCE(p.updated_at, p.created_at)) AS time,
    t.file,
    p.symbol AS symbol_written,
    p.strategy,
    lower(p.position_type) AS side,
    TRY_CAST(p.current_size AS DECIMAL(38, 18)) AS quantity,
    raw.number(p.avg_entry_price) AS entry_price,
    raw.number(p.current_price) AS mark_price,
    raw.number(p.unrealized_pnl) AS unrealised,
    'open' AS status
FROM raw.positions AS p CROSS JOIN raw.told AS t
WHERE upper(p.status) IN ('OPEN', 'PARTIAL') AND raw.number(p.current_size) > 0
  AND raw.utc(COALESCE(p.updated_at, p.created_at)) IS NOT NULL AND p.position_id IS NOT NULL
