-- A row is a pair of kinds of events that followed each other within a second on one correlation or symbol: operations that may have raced.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT COALESCE(e.correlation, e.symbol) AS about, e.kind, e.time_us, e.time, e.id
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND COALESCE(e.correlation, e.symbol) IS NOT NULL AND e.kind NOT IN ('log', 'snapshot', 'alert', 'error')
),
steps AS (
    SELECT about, kind, time, time_us - LAG(time_us) OVER (PARTITION BY about ORDER BY time_us, id) AS step,
           LAG(kind) OVER (PARTITION BY about ORDER BY time_us, id) AS earlier
    FROM own
)
SELECT t.earlier AS kind, t.kind AS followed_by, COUNT(*) AS n, COUNT(DISTINCT t.about) AS places,
       CAST(MIN(t.step) AS DOUBLE) / 1E3 AS shortest_milliseconds, MAX(t.time) AS newest
FROM steps AS t
WHERE t.step < 1000000
GROUP BY t.earlier, t.kind
ORDER BY COUNT(*) DESC, t.earlier NULLS LAST, t.kind NULLS LAST
LIMIT 20
