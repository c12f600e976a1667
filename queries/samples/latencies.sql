-- A row is one reading of how long the agent waited for an answer in the period, in seconds; parts of histograms and summaries are none.
-- No call takes no time: a series that is 0 throughout was never written to, and is none either.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT x.time, x.id, x.metric, x.symbol, x.value, MAX(x.value) OVER (PARTITION BY x.metric, x.labels) AS largest
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time AND x.kind IN ('gauge', 'unknown') AND x.value BETWEEN 0E0 AND 1.7E308
      AND (x.metric LIKE '%latency_ms' OR x.metric LIKE '%latency_seconds' OR x.metric LIKE '%time_ms'
           OR x.metric LIKE '%call_seconds' OR x.metric LIKE '%duration_seconds')
      AND COALESCE(x.labels, '{}') NOT LIKE '%"quantile":%' AND COALESCE(x.labels, '{}') NOT LIKE '%"le":%'
)
SELECT o.time, o.metric, o.symbol, CASE WHEN o.metric LIKE '%ms' THEN o.value / 1E3 ELSE o.value END AS seconds
FROM own AS o
WHERE o.largest > 0E0
ORDER BY o.time, o.id
