-- A row is the agent's newest row in the period and how many rows it has there.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
beats AS (
    SELECT x.time
    FROM (
        SELECT system, agent, environment, time FROM equity
        UNION ALL SELECT system, agent, environment, time FROM decisions
        UNION ALL SELECT system, agent, environment, time FROM confidence
        UNION ALL SELECT system, agent, environment, time FROM events
        UNION ALL SELECT system, agent, environment, time FROM samples
        UNION ALL SELECT system, agent, environment, COALESCE(exit_time, time) AS time FROM trades
    ) AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
)
SELECT MAX(b.time) AS newest, COUNT(*) AS n
FROM beats AS b
