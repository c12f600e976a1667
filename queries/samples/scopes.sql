-- A row is one agent of one system in one environment: how many rows it has and when the first and the newest are.
SELECT x.system, x.agent, x.environment, MIN(x.time) AS first_time, MAX(x.time) AS last_time, COUNT(*) AS n,
       COUNT(*) FILTER (WHERE x.kind = 'trade') AS trades, COUNT(*) FILTER (WHERE x.kind = 'decision') AS decisions
FROM (
    SELECT system, agent, environment, COALESCE(exit_time, time) AS time, 'trade' AS kind FROM trades
    UNION ALL SELECT system, agent, environment, time, 'equity' AS kind FROM equity
    UNION ALL SELECT system, agent, environment, time, 'order' AS kind FROM orders
    UNION ALL SELECT system, agent, environment, time, 'decision' AS kind FROM decisions
    UNION ALL SELECT system, agent, environment, time, 'confidence' AS kind FROM confidence
    UNION ALL SELECT system, agent, environment, time, 'mode' AS kind FROM modes
    UNION ALL SELECT system, agent, environment, time, 'retraining' AS kind FROM retrainings
    UNION ALL SELECT system, agent, environment, time, 'event' AS kind FROM events
    UNION ALL SELECT system, agent, environment, time, 'sample' AS kind FROM samples
) AS x
GROUP BY x.system, x.agent, x.environment
ORDER BY x.system, x.agent, x.environment
