-- A row is one alert that the bot itself wrote down: as such, or as the Kraken monitor's line of its log where no saved answer holds it.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
kept AS (
    SELECT e.time, e.id, COALESCE(e.level, '') AS level, COALESCE(e.message, '') AS message, COALESCE(e.data, '') AS data
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time AND e.kind = 'alert'
),
logged AS (
    SELECT e.time, e.id, COALESCE(e.level, '') AS level, SUBSTR(e.message, 19) AS message, '' AS data
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE s.system = 'kraken' AND e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time AND e.kind IN ('log', 'error') AND e.message LIKE 'Production Alert: %'
)
SELECT k.time, k.level, k.message, k.data
FROM (
    SELECT time, id, level, message, data FROM kept
    UNION ALL
    SELECT g.time, g.id, g.level, g.message, g.data
    FROM logged AS g
    WHERE NOT EXISTS (SELECT 1 FROM kept AS k WHERE k.message = g.message AND k.time BETWEEN g.time - INTERVAL '5' SECOND AND g.time + INTERVAL '5' SECOND)
) AS k
ORDER BY k.time, k.id
