-- A row is what tells of starts, of reconnects or of latency among the rows that the agent has before the end of the period: how many rows there are.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT x.kind, COUNT(*) AS n
FROM (
    SELECT system, agent, environment, time, 'start events' AS kind FROM events WHERE kind IN ('start', 'app_started')
    UNION ALL SELECT system, agent, environment, time, 'cycle numbers' AS kind FROM events WHERE kind = 'cycle' AND cycle IS NOT NULL
    UNION ALL SELECT system, agent, environment, time, 'uptime' AS kind FROM samples WHERE metric LIKE '%uptime_seconds'
    UNION ALL SELECT system, agent, environment, time, 'reconnects' AS kind FROM samples WHERE metric LIKE '%reconnect%'
    UNION ALL SELECT system, agent, environment, time, 'executions' AS kind FROM decisions WHERE executed IS NOT NULL
    UNION ALL SELECT system, agent, environment, time, 'news' AS kind FROM news
) AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment AND x.time < s.to_time
GROUP BY x.kind
ORDER BY x.kind
