-- A row is an event of one of five correlations or symbols of the period, the same five at every look, in the order of what happened.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT COALESCE(e.correlation, e.symbol) AS about, e.time, e.id, e.kind, e.level, e.message
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND COALESCE(e.correlation, e.symbol) IS NOT NULL AND e.kind NOT IN ('log', 'snapshot', 'alert')
),
sized AS (
    SELECT about, COUNT(*) AS n, MAX(time) AS newest
    FROM own
    GROUP BY about
),
picked AS (
    SELECT about, ROW_NUMBER() OVER (ORDER BY newest DESC NULLS LAST, about NULLS LAST) AS k
    FROM sized
    WHERE n BETWEEN 2 AND 30
)
SELECT o.about, o.time, o.kind, o.level, SUBSTR(o.message, 1, 120) AS message
FROM own AS o
JOIN picked AS p ON p.about = o.about
WHERE p.k <= 5
ORDER BY p.k, o.time, o.id
LIMIT 60
