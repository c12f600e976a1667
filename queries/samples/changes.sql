-- A row is a change of the agent that somebody recorded and that lies in the period, or a planned downtime that touches it.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT CAST(CAST(c.time AS DATE) AS VARCHAR) AS day, c.kind, COALESCE(c.text, '') AS text
FROM changes AS c
CROSS JOIN scope AS s
WHERE COALESCE(c.system, s.system) = s.system AND COALESCE(c.agent, s.agent) = s.agent
  AND COALESCE(NULLIF(c.environment, ''), s.environment) = s.environment
  AND c.time < s.to_time AND COALESCE(c.until, c.time) >= s.from_time
ORDER BY c.time, c.kind, c.text
