-- A row is one minute of the period in which the agent left any row.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT DISTINCT DATE_TRUNC('minute', x.time) AS time, 1E0 AS value, '' AS part
FROM (
    SELECT system, agent, environment, time FROM equity
    UNION ALL SELECT system, agent, environment, time FROM decisions
    UNION ALL SELECT system, agent, environment, time FROM confidence
    UNION ALL SELECT system, agent, environment, time FROM events
    UNION ALL SELECT system, agent, environment, time FROM samples
    UNION ALL SELECT system, agent, environment, time FROM candles
    UNION ALL SELECT system, agent, environment, COALESCE(exit_time, time) AS time FROM trades
) AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time
ORDER BY time
