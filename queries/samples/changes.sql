-- A row is a change that somebody recorded in the period for this agent, its system or every bot, or a planned downtime that touches it.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT c.time, CASE WHEN c.until > c.time THEN 1 ELSE 0 END AS lasts, c.until, CAST(CAST(c.time AS DATE) AS VARCHAR(10)) AS day,
       c.kind, COALESCE(c.text, '') AS text
FROM changes AS c
CROSS JOIN scope AS s
WHERE COALESCE(c.system, s.system) = s.system AND COALESCE(c.agent, s.agent) = s.agent
  AND COALESCE(NULLIF(c.environment, ''), s.environment) = s.environment
  AND c.time < s.to_time AND COALESCE(c.until, c.time) >= s.from_time
ORDER BY c.time NULLS LAST, c.kind NULLS LAST, text NULLS LAST
