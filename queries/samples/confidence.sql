-- A row is one statement of confidence in the period, in time order.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT c.time, c.confidence, c.symbol, c.timeframe, c.mode, c.action
FROM confidence AS c
CROSS JOIN scope AS s
WHERE c.system = s.system AND c.agent = s.agent AND c.environment = s.environment
  AND c.time >= s.from_time AND c.time < s.to_time AND c.confidence IS NOT NULL
ORDER BY c.time, c.id
