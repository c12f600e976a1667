-- A row is a change that somebody recorded in the period for this agent, its system or every bot: a deployment, a parameter, planned downtime, a note.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT c.time, CASE WHEN c.until > c.time THEN 1 ELSE 0 END AS lasts, c.until, c.kind, c.text
FROM changes AS c
CROSS JOIN scope AS s
WHERE COALESCE(c.system, s.system) = s.system AND COALESCE(c.agent, s.agent) = s.agent
  AND COALESCE(c.environment, s.environment) = s.environment
  AND c.time >= s.from_time AND c.time < s.to_time
ORDER BY c.time, c.id
