-- A row is a change that somebody recorded in the period for this agent, its system or every bot.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT c.time, c.kind, COALESCE(c.text, '') AS what, c.until
FROM changes AS c
CROSS JOIN scope AS s
WHERE COALESCE(c.system, s.system) = s.system AND COALESCE(c.agent, s.agent) = s.agent
  AND COALESCE(NULLIF(c.environment, ''), s.environment) = s.environment
  AND c.time >= s.from_time AND c.time < s.to_time
ORDER BY c.time NULLS LAST, c.kind NULLS LAST, what NULLS LAST
