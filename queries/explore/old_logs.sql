-- A row is a file of events whose newest row is more than 90 days older than the end of the period.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT e.file, MAX(e.time) AS newest_time, COUNT(*) AS n
FROM events AS e
CROSS JOIN scope AS s
WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment AND e.file IS NOT NULL AND s.from_time < s.to_time
GROUP BY e.file
HAVING MAX(e.time) < MAX(s.to_time) - INTERVAL '90' DAY
ORDER BY newest_time NULLS LAST, e.file NULLS LAST
LIMIT 30
