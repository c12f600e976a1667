-- A row is one article whose sentiment is known; value is 1 where that is exactly 0.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT x.time AS time, CASE WHEN x.sentiment = 0E0 THEN 1E0 ELSE 0E0 END AS value, '' AS part
FROM news AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time AND x.sentiment IS NOT NULL
ORDER BY x.time
