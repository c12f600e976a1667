-- A row is the agent's newest row of any kind in the period; NULL where there is none.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT MAX(x.time) AS newest
FROM (
    SELECT system, agent, environment, exit_time AS time FROM trades
    UNION ALL SELECT system, agent, environment, time FROM trades
    UNION ALL SELECT system, agent, environment, time FROM equity
    UNION ALL SELECT system, agent, environment, time FROM decisions
    UNION ALL SELECT system, agent, environment, time FROM confidence
    UNION ALL SELECT system, agent, environment, time FROM modes
    UNION ALL SELECT system, agent, environment, time FROM retrainings
    UNION ALL SELECT system, agent, environment, time FROM events
    UNION ALL SELECT system, agent, environment, time FROM samples
) AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time
