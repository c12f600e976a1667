-- A row is one call to the exchange that says how long it took: duration_ms of an event about an order, the exchange or its API, or a reading of the
-- API's latency; value is seconds. Parts of histograms and summaries are none.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
told AS (
    SELECT e.time, SUBSTR(e.data, STRPOS(e.data, '"duration_ms":') + 14) AS rest
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND (e.kind LIKE 'order%' OR e.kind LIKE 'exchange%' OR e.kind LIKE 'api%') AND e.data LIKE '%"duration_ms":%'
),
taken AS (
    SELECT t.time,
           TRY_CAST(REPLACE(SUBSTR(t.rest, 1, STRPOS(CONCAT(REPLACE(t.rest, '}', ','), ','), ',') - 1), '"', '') AS DOUBLE) AS milliseconds
    FROM told AS t
    UNION ALL
    SELECT x.time, x.value
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time AND x.kind IN ('gauge', 'unknown')
      AND (x.metric LIKE '%api_latency_ms' OR x.metric LIKE '%api_response_ms' OR x.metric LIKE '%order_latency_ms')
      AND COALESCE(x.labels, '{}') NOT LIKE '%"quantile":%' AND COALESCE(x.labels, '{}') NOT LIKE '%"le":%'
)
SELECT k.time AS time, k.milliseconds / 1E3 AS value, '' AS part
FROM taken AS k
WHERE k.milliseconds > 0E0 AND k.milliseconds <= 1.7E308
ORDER BY k.time
