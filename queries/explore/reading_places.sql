-- A row is a file that holds readings of the period, with the line of the snapshot where the source has lines.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
lines AS (
    SELECT e.file, e.time, MIN(e.line) AS line
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time AND e.kind = 'snapshot'
    GROUP BY e.file, e.time
)
SELECT x.file, MIN(l.line) AS line
FROM samples AS x
CROSS JOIN scope AS s
LEFT JOIN lines AS l ON l.file = x.file AND l.time = x.time
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time
GROUP BY x.file
ORDER BY x.file NULLS LAST
LIMIT 1
