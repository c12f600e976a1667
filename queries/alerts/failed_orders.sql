-- A row is one order, at its creation; value is 1 where it failed or was rejected.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT x.time AS time, CASE WHEN x.status IN ('failed', 'rejected') THEN 1E0 ELSE 0E0 END AS value, '' AS part
FROM orders AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time
ORDER BY x.time
