-- A row is a symbol that the agent's orders, decisions or positions name in the period.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT DISTINCT x.symbol
FROM (
    SELECT system, agent, environment, symbol, time FROM orders
    UNION ALL SELECT system, agent, environment, symbol, time FROM decisions
    UNION ALL SELECT system, agent, environment, symbol, time FROM positions
) AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time AND x.symbol IS NOT NULL
ORDER BY x.symbol NULLS LAST
