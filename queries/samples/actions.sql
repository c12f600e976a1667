-- A row is how often one action was decided on one symbol and timeframe on one UTC day of the period.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT CAST(d.day AS VARCHAR(10)) AS day, d.action, d.symbol, d.timeframe, COUNT(*) AS n, COUNT(*) FILTER (WHERE d.executed) AS executed,
       COUNT(*) FILTER (WHERE NOT d.executed) AS failed
FROM decisions AS d
CROSS JOIN scope AS s
WHERE d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
  AND d.time >= s.from_time AND d.time < s.to_time
GROUP BY d.day, d.action, d.symbol, d.timeframe
ORDER BY d.day NULLS LAST, d.action NULLS LAST, d.symbol NULLS LAST, d.timeframe NULLS LAST
