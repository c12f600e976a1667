-- A row is one article that the agent read in the period, in time order.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT n.time, n.symbol, n.source, n.sentiment
FROM news AS n
CROSS JOIN scope AS s
WHERE n.system = s.system AND n.agent = s.agent AND n.environment = s.environment
  AND n.time >= s.from_time AND n.time < s.to_time
ORDER BY n.time, n.id
