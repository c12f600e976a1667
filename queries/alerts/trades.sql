-- A row is one closed trade; value is its P&L in money.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT x.exit_time AS time, x.pnl AS value, '' AS part
FROM trades AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.exit_time >= s.from_time AND x.exit_time < s.to_time AND x.pnl IS NOT NULL AND x.pnl_basis IN ('net', 'gross', 'modelled')
ORDER BY x.exit_time
