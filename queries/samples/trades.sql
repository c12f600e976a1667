-- A row is one trade that was closed inside the period, in order of its exit.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT t.exit_time, t.entry_time, t.pnl, t.pnl_fraction, t.pnl_basis, t.pnl_currency, t.confidence, t.leverage,
       t.pnl_reported, t.pnl_reported_as, CASE WHEN t.won_reported THEN 1E0 WHEN NOT t.won_reported THEN 0E0 END AS won_reported,
       t.symbol, t.timeframe, t.side, t.strategy, t.exchange, t.account, t.regime, t.close_reason,
       'open_' || t.side AS action, t.fee, CASE WHEN t.decision_id IS NULL THEN 0 ELSE 1 END AS linked
FROM trades AS t
CROSS JOIN scope AS s
WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
  AND t.exit_time >= s.from_time AND t.exit_time < s.to_time
ORDER BY t.exit_time NULLS LAST, t.id
