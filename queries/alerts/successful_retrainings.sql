-- A row is one finished retraining run, at its trigger; value is 1 where it succeeded.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT x.time AS time, CASE WHEN x.status = 'success' THEN 1E0 ELSE 0E0 END AS value, '' AS part
FROM retrainings AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time AND x.status <> 'in_progress'
ORDER BY x.time
