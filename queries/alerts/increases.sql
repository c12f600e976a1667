-- A row is what a counter rose by up to one instant, all its series together and its resets taken out: a value below the one before was reached from 0.
-- A flow's value is its increase. What a Prometheus server kept (its series name an instance) and what snapshots say are
-- the same counts seen twice: the ones there are more of count. A scrape of a server is whole: a counter that is not in it has not
-- counted yet and is 0. The very first sample's increase is NULL.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time, CAST(? AS VARCHAR) AS name, CAST(? AS VARCHAR) AS label
),
own AS (
    SELECT x.time, x.id, x.labels, x.account, x.kind, x.value, x.time_us,
           CASE WHEN x.labels LIKE '%"instance":%' THEN 1 ELSE 0 END AS server
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time AND x.metric = s.name AND x.kind <> 'gauge'
      AND (s.label = '' OR x.labels LIKE s.label) AND x.value BETWEEN -1.7E308 AND 1.7E308
),
seen_by AS (
    SELECT server FROM own GROUP BY server ORDER BY COUNT(*) DESC, server LIMIT 1
),
scrapes AS (
    SELECT DISTINCT x.time
    FROM samples AS x
    CROSS JOIN scope AS s
    INNER JOIN seen_by AS b ON b.server = 1
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time AND x.labels LIKE '%"instance":%'
),
began AS (
    SELECT MIN(time) AS time FROM scrapes
),
steps AS (
    SELECT o.time, o.kind, o.value, o.server,
           LAG(o.value) OVER (PARTITION BY o.labels, o.account ORDER BY o.time, o.id) AS value_before
    FROM own AS o
    INNER JOIN seen_by AS b ON b.server = o.server
),
rises AS (
    SELECT t.time, CASE WHEN t.kind = 'flow' THEN t.value
                        WHEN t.value_before IS NULL AND t.server = 1 AND t.time > g.time THEN t.value
                        WHEN t.value_before IS NULL THEN NULL
                        WHEN t.value < t.value_before THEN t.value
                        ELSE t.value - t.value_before END AS value,
           CASE WHEN t.kind <> 'flow' AND t.value < t.value_before THEN 1 ELSE 0 END AS resets
    FROM steps AS t
    CROSS JOIN began AS g
    UNION ALL
    SELECT c.time, 0E0, 0
    FROM scrapes AS c
    CROSS JOIN began AS g
    WHERE c.time > g.time AND NOT EXISTS (SELECT 1 FROM steps AS t WHERE t.time = c.time)
)
SELECT r.time, SUM(r.value) AS value, SUM(r.resets) AS resets
FROM rises AS r
GROUP BY r.time
ORDER BY r.time
