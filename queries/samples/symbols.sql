-- A row is a symbol that the agent's retrainings, modes, confidence or trades name before the end of the period.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT DISTINCT x.symbol
FROM (
    SELECT system, agent, environment, symbol, time FROM retrainings
    UNION ALL SELECT system, agent, environment, symbol, time FROM modes
    UNION ALL SELECT system, agent, environment, symbol, time FROM confidence
    UNION ALL SELECT system, agent, environment, symbol, time FROM trades
) AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time < s.to_time AND x.time >= s.from_time - INTERVAL '3650' DAY AND x.symbol IS NOT NULL
ORDER BY x.symbol NULLS LAST
