-- A row is one kind of rows: how many of them the agent has before the end of the period, and the first and newest row of any kind.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT x.kind, COUNT(*) AS n, MIN(x.time) AS first_time, MAX(x.time) AS newest_time
    FROM (
        SELECT system, agent, environment, exit_time AS time, 'trades' AS kind FROM trades WHERE exit_time IS NOT NULL
        UNION ALL SELECT system, agent, environment, time, 'entries' AS kind FROM trades
        UNION ALL SELECT system, agent, environment, time, 'equity' AS kind FROM equity
        UNION ALL SELECT system, agent, environment, time, 'decisions' AS kind FROM decisions
        UNION ALL SELECT system, agent, environment, time, 'confidence' AS kind FROM confidence
        UNION ALL SELECT system, agent, environment, time, 'modes' AS kind FROM modes
        UNION ALL SELECT system, agent, environment, time, 'retrainings' AS kind FROM retrainings
        UNION ALL SELECT system, agent, environment, time, 'events' AS kind FROM events
        UNION ALL SELECT system, agent, environment, time, 'samples' AS kind FROM samples
    ) AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time < s.to_time AND x.time >= s.from_time - INTERVAL '36500' DAY
    GROUP BY x.kind
)
SELECT o.kind, o.n, MIN(o.first_time) OVER () AS first_time, MAX(o.newest_time) OVER () AS newest_time
FROM own AS o
ORDER BY o.kind
