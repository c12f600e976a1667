-- A row is the mean of a monitored gauge on one UTC day of the period, of gauges that are more than on or off; collections that failed, and a success rate before the first trade, are left out.
-- A series without a type is taken for a gauge, unless its name says that it counts. What a Prometheus server kept of a metric (its
-- series name an instance) is the same figure again where the bot's own pages are here.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
failed AS (
    SELECT DISTINCT e.time
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.kind = 'collection_failed'
),
idle AS (
    -- the Kraken monitor writes a success rate of 0 until the day's first trade, when there is none yet
    SELECT DISTINCT x.time
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
      AND x.metric = 'trades_executed' AND x.value = 0E0
),
own AS (
    SELECT x.metric, COALESCE(x.labels, '') AS labels, CAST(x.time AS DATE) AS day, x.value,
           CASE WHEN x.labels LIKE '%"instance":%' THEN 1 ELSE 0 END AS of_server,
           MIN(CASE WHEN x.labels LIKE '%"instance":%' THEN 1 ELSE 0 END) OVER (PARTITION BY x.metric) AS only_server
    FROM samples AS x
    CROSS JOIN scope AS s
    LEFT JOIN failed AS f ON f.time = x.time
    LEFT JOIN idle AS i ON i.time = CASE WHEN x.metric = 'success_rate' AND x.value = 0E0 THEN x.time END
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time AND x.kind IN ('gauge', 'unknown') AND f.time IS NULL AND i.time IS NULL
      AND x.value BETWEEN -1.7E308 AND 1.7E308
      AND NOT (x.kind = 'unknown'
               AND (x.metric LIKE '%total' OR x.metric LIKE '%bucket' OR x.metric LIKE '%count' OR x.metric LIKE '%sum'
                    OR x.metric LIKE '%timestamp%' OR x.metric LIKE '%uptime%' OR x.metric LIKE 'position%'
                    OR x.labels LIKE '%"quantile":%' OR x.labels LIKE '%"le":%'))
),
moving AS (
    SELECT metric, labels
    FROM own
    WHERE of_server = only_server
    GROUP BY metric, labels
    HAVING MAX(value) > 1E0 AND MAX(value) > MIN(value)
)
SELECT o.metric, o.labels, CAST(o.day AS VARCHAR(10)) AS day, AVG(o.value) AS mean
FROM own AS o
JOIN moving AS m ON m.metric = o.metric AND m.labels = o.labels
GROUP BY o.metric, o.labels, o.day
ORDER BY o.metric NULLS LAST, o.labels NULLS LAST, o.day NULLS LAST
