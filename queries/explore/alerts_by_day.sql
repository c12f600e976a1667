-- A row is a UTC day of the period on which the bot wrote alerts of its own, and how many of each level.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT CAST(CAST(e.time AS DATE) AS VARCHAR(10)) AS day, COUNT(*) AS n, COUNT_IF(e.level = 'CRITICAL') AS critical,
       COUNT_IF(e.level = 'WARNING') AS warning, COUNT_IF(e.level = 'INFO') AS info
FROM events AS e
CROSS JOIN scope AS s
WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
  AND e.time >= s.from_time AND e.time < s.to_time
  AND e.kind = 'alert'
GROUP BY CAST(e.time AS DATE)
ORDER BY CAST(e.time AS DATE) NULLS LAST
