-- A row is a pair of kinds of events that followed each other within a second on one position, correlation or symbol: operations that may have raced.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
said AS (
    SELECT e.correlation, e.symbol, e.kind, e.time_us, e.time, e.id,
           CASE WHEN e.data LIKE '%"position_id":%' THEN SUBSTR(e.data, STRPOS(e.data, '"position_id":') + 14) END AS rest
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.kind NOT IN ('log', 'snapshot', 'alert', 'error')
      AND COALESCE(e.message, '') NOT LIKE 'position_closed: {%'
),
own AS (
    SELECT CASE WHEN p.rest IS NOT NULL THEN 'position' WHEN p.correlation IS NOT NULL THEN 'correlation' ELSE 'symbol' END AS tied_by,
           COALESCE(SUBSTR(p.rest, 1, STRPOS(CONCAT(REPLACE(p.rest, '}', ','), ','), ',') - 1), p.correlation, p.symbol) AS about,
           p.kind, p.time_us, p.time, p.id
    FROM said AS p
    WHERE COALESCE(p.rest, p.correlation, p.symbol) IS NOT NULL
),
steps AS (
    SELECT tied_by, about, kind, time, time_us - LAG(time_us) OVER (PARTITION BY tied_by, about ORDER BY time_us, id) AS step,
           LAG(kind) OVER (PARTITION BY tied_by, about ORDER BY time_us, id) AS earlier
    FROM own
)
SELECT t.tied_by, t.earlier AS kind, t.kind AS followed_by, COUNT(*) AS n, COUNT(DISTINCT t.about) AS places,
       CAST(MIN(t.step) AS DOUBLE) / 1E3 AS shortest_milliseconds, MAX(t.time) AS newest
FROM steps AS t
WHERE t.step < 1000000
GROUP BY t.tied_by, t.earlier, t.kind
ORDER BY COUNT(*) DESC, t.tied_by NULLS LAST, t.earlier NULLS LAST, t.kind NULLS LAST
LIMIT 20
