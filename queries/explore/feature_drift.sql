-- A row is a symbol and timeframe with the drift score that the bot states of its features: mean and highest of the period, mean of the last seven days.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT c.symbol, c.timeframe, COUNT(*) AS n, AVG(c.drift) AS mean, MAX(c.drift) AS highest,
       AVG(CASE WHEN c.time >= s.to_time - INTERVAL '7' DAY THEN c.drift END) AS last_week
FROM confidence AS c
CROSS JOIN scope AS s
WHERE c.system = s.system AND c.agent = s.agent AND c.environment = s.environment
  AND c.time >= s.from_time AND c.time < s.to_time AND c.drift IS NOT NULL
GROUP BY c.symbol, c.timeframe
ORDER BY c.symbol NULLS LAST, c.timeframe NULLS LAST
LIMIT 60
