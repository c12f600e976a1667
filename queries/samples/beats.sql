-- A row is a sign of life in the period: a cycle, else a snapshot of the account, else a reading of confidence, else a decision, else a monitoring sample.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
signs AS (
    SELECT x.rank, x.time
    FROM (
        SELECT system, agent, environment, time, 1 AS rank FROM events WHERE kind = 'cycle'
        UNION ALL SELECT system, agent, environment, time, 2 AS rank FROM equity WHERE basis = 'reported'
        UNION ALL SELECT system, agent, environment, DATE_TRUNC('minute', time) AS time, 3 AS rank FROM confidence
        UNION ALL SELECT system, agent, environment, DATE_TRUNC('minute', time) AS time, 4 AS rank FROM decisions
        UNION ALL SELECT system, agent, environment, DATE_TRUNC('minute', time) AS time, 5 AS rank FROM samples
    ) AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
)
SELECT DISTINCT g.time
FROM signs AS g
WHERE g.rank = (SELECT MIN(rank) FROM signs)
ORDER BY g.time
