-- A row is a module of the bot that wrote to its log in the period: how many records, and how many of each bad level, the worst first.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
said AS (
    SELECT e.level, SUBSTR(e.data, STRPOS(e.data, '"logger":"') + 10) AS rest
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.data LIKE '%"logger":"%'
),
named AS (
    SELECT t.level, SUBSTR(t.rest, 1, STRPOS(t.rest, '"') - 1) AS module
    FROM said AS t
)
SELECT n.module, COUNT(*) AS records, COUNT_IF(n.level = 'CRITICAL') AS critical, COUNT_IF(n.level = 'ERROR') AS errors,
       COUNT_IF(n.level = 'WARNING') AS warnings
FROM named AS n
GROUP BY n.module
ORDER BY COUNT_IF(n.level IN ('CRITICAL', 'ERROR')) DESC, COUNT_IF(n.level = 'WARNING') DESC, n.module NULLS LAST
LIMIT 15
