-- A row is how often one action was decided on one UTC day of the period.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT d.day, d.action, COUNT(*) AS n
FROM decisions AS d
CROSS JOIN scope AS s
WHERE d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
  AND d.time >= s.from_time AND d.time < s.to_time
GROUP BY d.day, d.action
ORDER BY d.day, d.action NULLS LAST
