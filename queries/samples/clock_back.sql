-- A row is a line of a log at which its time went back by an hour or more, where lines on both sides tell of the same stretch of the period.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT x.file, x.line, x.id, x.time, x.time_us
    FROM events AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment AND x.line IS NOT NULL
),
lines AS (
    SELECT o.file, o.line, o.time, o.time_us,
           LAG(o.time) OVER (PARTITION BY o.file ORDER BY o.line NULLS LAST, o.id) AS before_time,
           LAG(o.time_us) OVER (PARTITION BY o.file ORDER BY o.line NULLS LAST, o.id) AS before_us
    FROM own AS o
    WHERE o.file IN (SELECT p.file FROM own AS p CROSS JOIN scope AS s WHERE p.time >= s.from_time AND p.time < s.to_time)
),
back AS (
    SELECT file, line, before_time AS since, time AS until
    FROM lines
    WHERE before_us - time_us >= 3600000000
),
stretches AS (
    SELECT b.file, b.line, b.since, b.until, MIN(n.time) AS twice
    FROM back AS b
    JOIN lines AS n ON n.file = b.file AND n.line < b.line AND n.time >= b.until
    GROUP BY b.file, b.line, b.since, b.until
)
SELECT REGEXP_REPLACE(t.file, '^.*/', '') AS file, t.line, t.since, t.until, t.twice, COUNT(*) AS n
FROM stretches AS t
CROSS JOIN scope AS s
JOIN lines AS n ON n.file = t.file AND n.line >= t.line AND n.time >= t.twice AND n.time <= t.since
WHERE t.twice < s.to_time AND t.since >= s.from_time
GROUP BY t.file, t.line, t.since, t.until, t.twice
ORDER BY t.since NULLS LAST, t.file NULLS LAST, t.line NULLS LAST
