-- A row is one of the last 50 critical events of the period, the newest first, with the place where it is written.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT e.time, e.kind, e.symbol, e.exchange, SUBSTR(e.message, 1, 200) AS message, REGEXP_REPLACE(e.file, '^.*/', '') AS file, e.line
FROM events AS e
CROSS JOIN scope AS s
WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
  AND e.time >= s.from_time AND e.time < s.to_time
  AND (e.level = 'CRITICAL' OR e.kind LIKE '%emergency%')
ORDER BY e.time DESC, e.id
LIMIT 50
