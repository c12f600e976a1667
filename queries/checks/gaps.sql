-- A row is a stretch of at least half an hour without a sign of life, more than three times as long as usual; the last row counts the shorter ones and those beyond the ten longest.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
signs AS (
    SELECT x.rank, x.time, x.time_us
    FROM (
        SELECT system, agent, environment, time, time_us, 1 AS rank FROM events WHERE kind = 'cycle'
        UNION ALL SELECT system, agent, environment, time, time_us, 2 AS rank FROM equity WHERE basis = 'reported'
        UNION ALL SELECT system, agent, environment, DATE_TRUNC('minute', time) AS time,
                         time_us - time_us % 60000000 AS time_us, 3 AS rank FROM confidence
        UNION ALL SELECT system, agent, environment, DATE_TRUNC('minute', time) AS time,
                         time_us - time_us % 60000000 AS time_us, 4 AS rank FROM decisions
        UNION ALL SELECT system, agent, environment, time, time_us, 5 AS rank FROM samples
        UNION ALL SELECT system, agent, environment, DATE_TRUNC('minute', time) AS time,
                         time_us - time_us % 60000000 AS time_us, 6 AS rank FROM events WHERE kind <> 'cycle'
    ) AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
),
beats AS (
    SELECT DISTINCT g.time, g.time_us
    FROM signs AS g
    WHERE g.rank = (SELECT MIN(rank) FROM signs)
),
steps AS (
    SELECT b.time AS until, LAG(b.time) OVER (ORDER BY b.time_us) AS since,
           CAST(b.time_us - LAG(b.time_us) OVER (ORDER BY b.time_us) AS DOUBLE) / 6E7 AS minutes
    FROM beats AS b
),
ranked AS (
    SELECT minutes, ROW_NUMBER() OVER (ORDER BY minutes NULLS LAST) AS k, COUNT(*) OVER () AS n
    FROM steps
    WHERE minutes IS NOT NULL
),
usual AS (
    SELECT MAX(minutes) AS minutes
    FROM ranked
    WHERE n >= 10 AND k = CAST(FLOOR((CAST(n AS DOUBLE) + 1) / 2E0) AS BIGINT)
),
long AS (
    SELECT g.since, g.until, g.minutes, u.minutes AS usual,
           (SELECT MAX(COALESCE(NULLIF(c.text, ''), 'downtime'))
            FROM changes AS c
            CROSS JOIN scope AS s
            WHERE c.kind = 'downtime' AND COALESCE(c.system, s.system) = s.system AND COALESCE(c.agent, s.agent) = s.agent
              AND c.time <= g.since + INTERVAL '15' MINUTE AND c.until >= g.until - INTERVAL '15' MINUTE) AS planned,
           CASE WHEN g.minutes >= 30E0 THEN ROW_NUMBER() OVER (ORDER BY g.minutes DESC NULLS LAST, g.since NULLS LAST) END AS k
    FROM steps AS g
    CROSS JOIN usual AS u
    WHERE g.minutes > 3E0 * u.minutes AND g.minutes >= 15E-1
)
SELECT CASE WHEN g.planned IS NULL THEN 'warning' ELSE 'info' END AS severity,
       SUBSTRING(CAST(g.since AS VARCHAR(40)), 1, 16) || ' to ' || SUBSTRING(CAST(g.until AS VARCHAR(40)), 1, 16) AS subject,
       'no sign of life for ' || CAST(CAST(g.minutes / 60E0 AS DECIMAL(18,1)) AS VARCHAR(40))
           || ' hours, where one comes every ' || CAST(CAST(g.usual AS DECIMAL(18,1)) AS VARCHAR(40)) || ' minutes'
           || COALESCE('; planned: ' || g.planned, '') AS finding,
       CAST(FLOOR(g.minutes / NULLIF(g.usual, 0E0)) AS BIGINT) AS n
FROM long AS g
WHERE g.k <= 10
UNION ALL
SELECT CASE WHEN MAX(g.minutes) >= 30E0 THEN 'warning' ELSE 'info' END, 'shorter gaps',
       CAST(COUNT(*) AS VARCHAR(40)) || ' shorter ' || CASE WHEN COUNT(*) = 1 THEN 'gap' ELSE 'gaps' END || ' of '
           || CAST(CAST(MIN(g.minutes) AS DECIMAL(18,1)) AS VARCHAR(40))
           || CASE WHEN COUNT(*) = 1 THEN '' ELSE ' to ' || CAST(CAST(MAX(g.minutes) AS DECIMAL(18,1)) AS VARCHAR(40)) END
           || ' minutes, where a sign of life comes every ' || CAST(CAST(MAX(g.usual) AS DECIMAL(18,1)) AS VARCHAR(40)) || ' minutes',
       COUNT(*)
FROM long AS g
WHERE g.k IS NULL OR g.k > 10
HAVING COUNT(*) > 0
ORDER BY subject NULLS LAST
