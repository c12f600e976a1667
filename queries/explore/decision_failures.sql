-- A row is one reason why decisions were not executed in the period, with the actions it met.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT SUBSTR(COALESCE(d.error, 'no reason given'), 1, 160) AS reason, d.action, COUNT(*) AS n, MAX(d.time) AS newest
FROM decisions AS d
CROSS JOIN scope AS s
WHERE d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
  AND d.time >= s.from_time AND d.time < s.to_time AND NOT d.executed
GROUP BY SUBSTR(COALESCE(d.error, 'no reason given'), 1, 160), d.action
ORDER BY COUNT(*) DESC, reason, d.action NULLS LAST
LIMIT 20
