-- A row is one of the last 20 trades that were closed in the period, the newest first.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT t.exit_time, t.symbol, t.side, t.entry_price, t.exit_price, t.pnl_fraction, t.pnl, t.pnl_currency, t.pnl_basis,
       t.confidence, t.close_reason
FROM trades AS t
CROSS JOIN scope AS s
WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
  AND t.exit_time >= s.from_time AND t.exit_time < s.to_time
ORDER BY t.exit_time DESC NULLS LAST, t.id
LIMIT 20
