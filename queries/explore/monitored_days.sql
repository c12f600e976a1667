-- A row is a monitored series on one UTC day of the period, of those that move and of the success rate: what it counted, or its mean, lowest and highest; failed collections, and a success rate before the first trade, are left out.
-- A counter counts as in samples/increases: its first sample in the period from the last one before it, where that is no
-- older than three times the series' usual gap.
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
    SELECT x.metric, COALESCE(x.labels, '{}') AS labels, x.kind, x.time, CAST(x.time AS DATE) AS day, x.value, s.from_time,
           LAG(x.value) OVER series AS before, LAG(x.time) OVER series AS time_before,
           (x.time_us - LAG(x.time_us) OVER series) / 1E6 AS seconds
    FROM samples AS x
    CROSS JOIN scope AS s
    LEFT JOIN failed AS f ON f.time = x.time
    LEFT JOIN idle AS i ON i.time = CASE WHEN x.metric = 'success_rate' AND x.value = 0E0 THEN x.time END
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= CASE WHEN x.kind = 'counter' THEN s.from_time - INTERVAL '1' DAY ELSE s.from_time END
      AND x.time < s.to_time AND x.kind IN ('gauge', 'flow', 'counter') AND f.time IS NULL AND i.time IS NULL
      AND x.value BETWEEN -1.7E308 AND 1.7E308
    WINDOW series AS (PARTITION BY x.metric, x.labels, x.account ORDER BY x.time_us NULLS LAST, x.id)
),
moving AS (
    SELECT metric, labels
    FROM own
    GROUP BY metric, labels
    -- a review is asked for the trend of the success rate, moving or not
    HAVING MAX(value) > MIN(value) OR metric = 'success_rate'
),
places AS (
    SELECT o.metric, o.labels, o.seconds,
           ROW_NUMBER() OVER (PARTITION BY o.metric, o.labels ORDER BY o.seconds NULLS LAST) AS place,
           COUNT(*) OVER (PARTITION BY o.metric, o.labels) AS n
    FROM own AS o
    WHERE o.seconds IS NOT NULL AND o.kind = 'counter'
),
usual AS (
    SELECT p.metric, p.labels, AVG(p.seconds) AS seconds
    FROM places AS p
    WHERE 2 * p.place BETWEEN p.n AND p.n + 2
    GROUP BY p.metric, p.labels
),
increases AS (
    SELECT o.metric, o.labels, o.kind, o.day, o.value,
           CASE WHEN o.kind = 'flow' THEN o.value
                WHEN o.before IS NULL OR (o.time_before < o.from_time AND o.seconds > 3 * u.seconds) THEN 0E0
                WHEN o.value >= o.before THEN o.value - o.before
                ELSE o.value END AS increase
    FROM own AS o
    LEFT JOIN usual AS u ON u.metric = o.metric AND u.labels = o.labels
    WHERE o.time >= o.from_time
)
SELECT o.metric, o.labels, CAST(o.day AS VARCHAR(10)) AS day,
       CASE WHEN o.kind IN ('flow', 'counter') THEN SUM(o.increase) END AS total,
       AVG(o.value) AS mean, MIN(o.value) AS lowest, MAX(o.value) AS highest, COUNT(*) AS n
FROM increases AS o
JOIN moving AS m ON m.metric = o.metric AND m.labels = o.labels
GROUP BY o.metric, o.labels, o.kind, o.day
ORDER BY o.metric NULLS LAST, o.labels NULLS LAST, o.day NULLS LAST
