-- A row is a series of the period whose values are counts of their interval, added up; collections that failed are left out.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
failed AS (
    SELECT DISTINCT e.time
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.kind = 'collection_failed'
)
SELECT x.metric, SUM(x.value) AS total, MAX(x.value) AS most, COUNT(*) AS n
FROM samples AS x
CROSS JOIN scope AS s
LEFT JOIN failed AS f ON f.time = x.time
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time AND x.kind = 'flow' AND f.time IS NULL
  AND x.value BETWEEN -1.7E308 AND 1.7E308
GROUP BY x.metric
HAVING MAX(x.value) > 0E0
ORDER BY x.metric NULLS LAST
