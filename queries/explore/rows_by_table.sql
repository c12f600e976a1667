-- A row is one canonical table: how many rows the agent has in it in the period, trades by their exit, the first and the newest.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT x.kind AS rows_of, COUNT(*) AS n, MIN(x.time) AS first_time, MAX(x.time) AS newest_time
FROM (
    SELECT system, agent, environment, COALESCE(exit_time, time) AS time, 'trades' AS kind FROM trades
    UNION ALL SELECT system, agent, environment, time, 'equity' AS kind FROM equity
    UNION ALL SELECT system, agent, environment, time, 'decisions' AS kind FROM decisions
    UNION ALL SELECT system, agent, environment, time, 'positions' AS kind FROM positions
    UNION ALL SELECT system, agent, environment, time, 'confidence' AS kind FROM confidence
    UNION ALL SELECT system, agent, environment, time, 'modes' AS kind FROM modes
    UNION ALL SELECT system, agent, environment, time, 'retrainings' AS kind FROM retrainings
    UNION ALL SELECT system, agent, environment, time, 'candles' AS kind FROM candles
    UNION ALL SELECT system, agent, environment, time, 'news' AS kind FROM news
    UNION ALL SELECT system, agent, environment, time, 'events' AS kind FROM events
    UNION ALL SELECT system, agent, environment, time, 'samples' AS kind FROM samples
    UNION ALL SELECT system, agent, environment, time, 'orders' AS kind FROM orders
    UNION ALL SELECT system, agent, environment, time, 'fills' AS kind FROM fills
) AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time
GROUP BY x.kind
ORDER BY x.kind
