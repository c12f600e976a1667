-- A row is a UTC day of the period on which the bot wrote alerts of its own, and how many of each level.
-- What the Kraken monitor wrote into its log counts where no saved answer holds it: a restart empties what it answers with.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
kept AS (
    SELECT e.time, e.level, e.message
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.kind = 'alert'
),
logged AS (
    SELECT e.time, e.level, SUBSTR(e.message, 19) AS message
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE s.system = 'kraken' AND e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.kind IN ('log', 'error') AND e.message LIKE 'Production Alert: %'
),
written AS (
    SELECT k.time, k.level
    FROM kept AS k
    UNION ALL
    SELECT g.time, g.level
    FROM logged AS g
    WHERE NOT EXISTS (
        SELECT 1
        FROM kept AS k
        WHERE k.message = g.message AND k.time BETWEEN g.time - INTERVAL '5' SECOND AND g.time + INTERVAL '5' SECOND
    )
)
SELECT CAST(CAST(b.time AS DATE) AS VARCHAR(10)) AS day, COUNT(*) AS n, COUNT_IF(b.level = 'CRITICAL') AS critical,
       COUNT_IF(b.level = 'WARNING') AS warning, COUNT_IF(b.level = 'INFO') AS info
FROM written AS b
GROUP BY CAST(b.time AS DATE)
ORDER BY CAST(b.time AS DATE) NULLS LAST
