-- A row is one closed trade; value is 1 where it won.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT x.exit_time AS time, CASE WHEN COALESCE(x.pnl, x.pnl_fraction) > 0E0 THEN 1E0 ELSE 0E0 END AS value, '' AS part
FROM trades AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.exit_time >= s.from_time AND x.exit_time < s.to_time AND COALESCE(x.pnl, x.pnl_fraction) IS NOT NULL
ORDER BY x.exit_time
