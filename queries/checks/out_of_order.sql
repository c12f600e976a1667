-- A row is a file whose lines go back in time.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
lines AS (
    SELECT x.file, x.line, x.time, x.time_us,
           LAG(x.time_us) OVER (PARTITION BY x.file ORDER BY x.line NULLS LAST, x.id) AS before_us
    FROM events AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
      AND x.line IS NOT NULL
),
back AS (
    SELECT file, line, time, before_us - time_us AS micros
    FROM lines
    WHERE before_us > time_us
)
SELECT 'warning' AS severity, REGEXP_REPLACE(file, '^.*/', '') AS subject,
       CAST(COUNT(*) AS VARCHAR(40)) || CASE WHEN COUNT(*) = 1 THEN ' line is' ELSE ' lines are' END
           || ' earlier than the line before, by up to '
           || CASE WHEN MAX(micros) < 120000000 THEN CAST(CAST(CAST(MAX(micros) AS DOUBLE) / 1E6 AS DECIMAL(18,1)) AS VARCHAR(40)) || ' seconds'
                   WHEN MAX(micros) < 7200000000 THEN CAST(CAST(CAST(MAX(micros) AS DOUBLE) / 6E7 AS DECIMAL(18,1)) AS VARCHAR(40)) || ' minutes'
                   ELSE CAST(CAST(CAST(MAX(micros) AS DOUBLE) / 3.6E9 AS DECIMAL(18,1)) AS VARCHAR(40)) || ' hours' END
           || ', at line ' || CAST(MAX_BY(line, micros) FILTER (WHERE line IS NOT NULL) AS VARCHAR(40))
           || ': a clock was set, or files were joined' AS finding,
       COUNT(*) AS n
FROM back
GROUP BY file
ORDER BY file NULLS LAST
