-- A row is an execution that the bot recorded. A count too small for milliseconds since 1970 is a duration, not a time.
INSERT INTO staged.fills BY NAME
SELECT
    f.trade_id AS id,
    raw.utc(CASE WHEN raw.number(f.execution_time) > 1e11 THEN f.execution_time ELSE f.created_at END) AS time,
    t.file,
    f.symbol AS symbol_written,
    f.strategy,
    'position-' || f.position_id AS trade_id,
    f.order_id,
    lower(f.trade_type) AS side,
    CASE WHEN upper(p.position_type) = 'LONG' THEN CASE upper(f.trade_type) WHEN 'BUY' THEN 'open' ELSE 'close' END
         WHEN upper(p.position_type) = 'SHORT' THEN CASE upper(f.trade_type) WHEN 'SELL' THEN 'open' ELSE 'close' END
         ELSE 'unknown' END AS role,
    raw.number(f.executed_size) AS quantity,
    raw.number(f.executed_price) AS price,
    raw.number(f.fees) AS fee,
    COALESCE(f.fee_currency, raw.quote_currency(f.symbol)) AS fee_currency,
    raw.number(f.trade_pnl) AS pnl_reported
FROM raw.trade_history AS f
CROSS JOIN raw.told AS t
LEFT JOIN raw.positions AS p ON p.position_id = f.position_id
WHERE raw.number(f.executed_size) > 0 AND upper(f.status) IN ('EXECUTED', 'PARTIAL') AND f.trade_id IS NOT NULL
  AND raw.utc(CASE WHEN raw.number(f.execution_time) > 1e11 THEN f.execution_time ELSE f.created_at END) IS NOT NULL
