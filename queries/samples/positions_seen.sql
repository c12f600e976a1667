-- A row is how many snapshots of open positions the agent has before the end of the period.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT COUNT(*) AS n
FROM positions AS p
CROSS JOIN scope AS s
WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment
  AND p.time < s.to_time AND p.time >= s.from_time - INTERVAL '3650' DAY
