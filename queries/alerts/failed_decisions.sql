-- A row is one decision of which it is known whether it was executed; value is 1 where it was not.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT x.time AS time, CASE WHEN x.executed THEN 0E0 ELSE 1E0 END AS value, '' AS part
FROM decisions AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time AND x.executed IS NOT NULL
ORDER BY x.time
