-- A row is one planned downtime that touches the period.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT c.time, c.until, COALESCE(c.text, '') AS text
FROM changes AS c
CROSS JOIN scope AS s
WHERE c.kind = 'downtime' AND COALESCE(c.system, s.system) = s.system AND COALESCE(c.agent, s.agent) = s.agent
  AND c.time < s.to_time AND c.until > s.from_time
ORDER BY c.time
