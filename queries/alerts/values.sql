-- A row is the value of a monitored series at one instant: the highest and the lowest of those that carry the label, 0 where only others are there.
-- Instants at which the monitor failed to collect, and values that are no numbers, are NULL: nobody knows.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time, CAST(? AS VARCHAR) AS name, CAST(? AS VARCHAR) AS label
),
failed AS (
    SELECT DISTINCT e.time
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time AND e.kind = 'collection_failed'
),
own AS (
    SELECT x.time, CASE WHEN s.label = '' OR x.labels LIKE s.label THEN x.value END AS value,
           CASE WHEN x.value BETWEEN -1.7E308 AND 1.7E308 THEN 1 ELSE 0 END AS known
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time AND x.metric = s.name
)
SELECT o.time, CASE WHEN MIN(o.known) = 1 AND MAX(f.time) IS NULL THEN COALESCE(MAX(o.value), 0E0) END AS high,
       CASE WHEN MIN(o.known) = 1 AND MAX(f.time) IS NULL THEN COALESCE(MIN(o.value), 0E0) END AS low
FROM own AS o
LEFT JOIN failed AS f ON f.time = o.time
GROUP BY o.time
ORDER BY o.time
