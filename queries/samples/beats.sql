-- A row is an instant of the period at which the agent showed a sign of life.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT DISTINCT x.time
FROM (
    SELECT system, agent, environment, time FROM decisions
    UNION ALL SELECT system, agent, environment, time FROM confidence
    UNION ALL SELECT system, agent, environment, time FROM events
    UNION ALL SELECT system, agent, environment, time FROM equity WHERE basis = 'reported'
) AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time
ORDER BY x.time
