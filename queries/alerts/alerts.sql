-- A row is one alert that the bot itself wrote, of the level and with the message asked for.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time, CAST(? AS VARCHAR) AS label, CAST(? AS VARCHAR) AS said, CAST(? AS VARCHAR) AS filter
)
SELECT x.time AS time, 1E0 AS value, '' AS part
FROM events AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time AND x.kind = 'alert'
  AND (s.label = '' OR (s.label = 'kind' AND x.kind = s.said) OR (s.label = 'level' AND x.level = s.said))
  AND (s.filter = '' OR REGEXP_MATCHES(COALESCE(x.message, ''), s.filter))
ORDER BY x.time
