-- A row is a stretch of at least half an hour without a sign of life, more than three times as long as usual: half of the
-- time is spent in gaps up to the usual one, the three longest apart, so that rows written in bursts are one sign of life.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
beats AS (
    SELECT DISTINCT x.time, x.time_us
    FROM (
        SELECT system, agent, environment, time, time_us FROM decisions
        UNION ALL SELECT system, agent, environment, time, time_us FROM confidence
        UNION ALL SELECT system, agent, environment, time, time_us FROM events
        UNION ALL SELECT system, agent, environment, time, time_us FROM equity WHERE basis = 'reported'
    ) AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
),
steps AS (
    SELECT b.time AS until, LAG(b.time) OVER (ORDER BY b.time_us) AS since,
           CAST(b.time_us - LAG(b.time_us) OVER (ORDER BY b.time_us) AS DOUBLE) / 6E7 AS minutes
    FROM beats AS b
),
ranked AS (
    SELECT minutes, ROW_NUMBER() OVER (ORDER BY minutes) AS k, COUNT(*) OVER () AS n
    FROM steps
    WHERE minutes IS NOT NULL
),
lived AS (
    SELECT minutes, SUM(minutes) OVER (ORDER BY k) AS so_far, SUM(minutes) OVER () AS whole
    FROM ranked
    WHERE n >= 10 AND k <= n - 3
),
usual AS (
    SELECT MIN(minutes) AS minutes
    FROM lived
    WHERE 2E0 * so_far >= whole
)
SELECT 'warning' AS severity,
       SUBSTRING(CAST(g.since AS VARCHAR), 1, 16) || ' to ' || SUBSTRING(CAST(g.until AS VARCHAR), 1, 16) AS subject,
       'no decision, reading, event or equity for ' || CAST(CAST(g.minutes / 60E0 AS DECIMAL(18,1)) AS VARCHAR)
           || ' hours, where one comes every ' || CAST(CAST(u.minutes AS DECIMAL(18,1)) AS VARCHAR) || ' minutes' AS finding,
       CAST(FLOOR(g.minutes / u.minutes) AS BIGINT) AS n
FROM steps AS g
CROSS JOIN usual AS u
WHERE g.minutes > 3E0 * u.minutes AND g.minutes >= 30E0
ORDER BY g.since
