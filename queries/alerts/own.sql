-- A row is one alert that the bot itself wrote down.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT e.time, COALESCE(e.level, '') AS level, COALESCE(e.message, '') AS message, COALESCE(e.data, '') AS data
FROM events AS e
CROSS JOIN scope AS s
WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
  AND e.time >= s.from_time AND e.time < s.to_time AND e.kind = 'alert'
ORDER BY e.time, e.id
