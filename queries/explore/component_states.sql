-- A row is a state that a component reported in the period: how many readings, and its share of the time until the next reading, of which ten minutes count at most.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT x.metric AS component, x.time, x.time_us, REPLACE(REPLACE(x.labels, '{"status":"', ''), '"}', '') AS state,
           LEAD(x.time_us) OVER (PARTITION BY x.metric ORDER BY x.time_us, x.id) AS until
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
      AND x.labels LIKE '{"status":"%' AND x.value = 1E0
),
lasting AS (
    SELECT component, state, time, CAST(LEAST(COALESCE(until - time_us, 0), 600000000) AS DOUBLE) AS micros
    FROM own
)
SELECT l.component, l.state, COUNT(*) AS readings, SUM(l.micros) / NULLIF(SUM(SUM(l.micros)) OVER (PARTITION BY l.component), 0E0) AS time_share,
       SUM(l.micros) / 3.6E9 AS hours, MIN(l.time) AS first_time, MAX(l.time) AS newest
FROM lasting AS l
GROUP BY l.component, l.state
ORDER BY l.component NULLS LAST, SUM(l.micros) DESC NULLS LAST, l.state NULLS LAST
