-- A row is one reading of how long the agent waited for an answer in the period, in seconds; parts of histograms and summaries are none.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT x.time, x.metric, x.symbol, CASE WHEN x.metric LIKE '%ms' THEN x.value / 1E3 ELSE x.value END AS seconds
FROM samples AS x
CROSS JOIN scope AS s
WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
  AND x.time >= s.from_time AND x.time < s.to_time AND x.kind IN ('gauge', 'unknown') AND x.value BETWEEN 0E0 AND 1.7E308
  AND (x.metric LIKE '%latency_ms' OR x.metric LIKE '%latency_seconds' OR x.metric LIKE '%time_ms'
       OR x.metric LIKE '%call_seconds' OR x.metric LIKE '%duration_seconds')
  AND COALESCE(x.labels, '{}') NOT LIKE '%"quantile":%' AND COALESCE(x.labels, '{}') NOT LIKE '%"le":%'
ORDER BY x.time, x.id
