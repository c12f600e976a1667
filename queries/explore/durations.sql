-- A row is a kind of duration in milliseconds that the period tells of, by exchange: duration_ms of events, or readings of a series whose name ends in _ms; percentiles are interpolated.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
told AS (
    SELECT e.kind, e.exchange, SUBSTR(e.data, STRPOS(e.data, '"duration_ms":') + 14) AS rest
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.data LIKE '%"duration_ms":%'
),
measured AS (
    SELECT t.kind AS what, t.exchange,
           TRY_CAST(REPLACE(SUBSTR(t.rest, 1, STRPOS(CONCAT(REPLACE(t.rest, '}', ','), ','), ',') - 1), '"', '') AS DOUBLE) AS milliseconds
    FROM told AS t
    UNION ALL
    SELECT x.metric, x.exchange, x.value
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
      AND x.kind IN ('gauge', 'unknown') AND x.metric LIKE '%\_ms' ESCAPE '\' AND x.value > 0E0 AND x.value <= 1.7E308
),
ranked AS (
    SELECT m.what, m.exchange, m.milliseconds, COUNT(*) OVER (PARTITION BY m.what, m.exchange) AS n,
           ROW_NUMBER() OVER (PARTITION BY m.what, m.exchange ORDER BY m.milliseconds NULLS LAST) AS k
    FROM measured AS m
    WHERE m.milliseconds IS NOT NULL
)
SELECT r.what AS milliseconds_of, r.exchange, COUNT(*) AS n, AVG(r.milliseconds) AS mean,
       MAX(CASE WHEN r.k = FLOOR(1E0 + 5E-1 * (r.n - 1)) THEN r.milliseconds END)
           + MAX(5E-1 * (r.n - 1) - FLOOR(5E-1 * (r.n - 1)))
           * (MAX(CASE WHEN r.k = CEIL(1E0 + 5E-1 * (r.n - 1)) THEN r.milliseconds END)
              - MAX(CASE WHEN r.k = FLOOR(1E0 + 5E-1 * (r.n - 1)) THEN r.milliseconds END)) AS p50,
       MAX(CASE WHEN r.k = FLOOR(1E0 + 95E-2 * (r.n - 1)) THEN r.milliseconds END)
           + MAX(95E-2 * (r.n - 1) - FLOOR(95E-2 * (r.n - 1)))
           * (MAX(CASE WHEN r.k = CEIL(1E0 + 95E-2 * (r.n - 1)) THEN r.milliseconds END)
              - MAX(CASE WHEN r.k = FLOOR(1E0 + 95E-2 * (r.n - 1)) THEN r.milliseconds END)) AS p95,
       MAX(CASE WHEN r.k = FLOOR(1E0 + 99E-2 * (r.n - 1)) THEN r.milliseconds END)
           + MAX(99E-2 * (r.n - 1) - FLOOR(99E-2 * (r.n - 1)))
           * (MAX(CASE WHEN r.k = CEIL(1E0 + 99E-2 * (r.n - 1)) THEN r.milliseconds END)
              - MAX(CASE WHEN r.k = FLOOR(1E0 + 99E-2 * (r.n - 1)) THEN r.milliseconds END)) AS p99,
       MAX(r.milliseconds) AS highest
FROM ranked AS r
GROUP BY r.what, r.exchange
ORDER BY r.what NULLS LAST, r.exchange NULLS LAST
LIMIT 40
