-- A row is a monitored series of the period, also one that was always 0: its total where it counts, its lowest, mean, highest and newest value; failed collections, and a success rate before the first trade, are left out.
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
    SELECT x.metric, x.kind, x.value, ROW_NUMBER() OVER (PARTITION BY x.metric ORDER BY x.time DESC, x.id DESC) AS k
    FROM samples AS x
    CROSS JOIN scope AS s
    LEFT JOIN failed AS f ON f.time = x.time
    LEFT JOIN idle AS i ON i.time = CASE WHEN x.metric = 'success_rate' AND x.value = 0E0 THEN x.time END
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time AND x.kind IN ('flow', 'gauge') AND f.time IS NULL AND i.time IS NULL
      AND x.value BETWEEN -1.7E308 AND 1.7E308
)
SELECT o.metric, CASE WHEN o.kind = 'flow' THEN SUM(o.value) END AS total, MIN(o.value) AS lowest, AVG(o.value) AS mean, MAX(o.value) AS highest,
       MAX(CASE WHEN o.k = 1 THEN o.value END) AS newest_value, COUNT(*) AS n
FROM own AS o
GROUP BY o.metric, o.kind
ORDER BY o.metric NULLS LAST, o.kind NULLS LAST
