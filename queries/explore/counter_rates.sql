-- A row is how much a metric rose in an hour, or in a day where the period is longer than two: all its series together, resets taken out as in samples/increases.
-- What a Prometheus server kept of a metric (its series name an instance) and what snapshots of the bot say are the same
-- counts seen twice, so they are rows of their own. undefined counts the samples whose increase is not known.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT x.metric, COALESCE(x.labels, '{}') AS labels, x.symbol, x.account, x.kind, x.time, x.time_us, x.id, x.value, s.from_time,
           s.to_time, MAX(CASE WHEN x.kind = 'counter' THEN 1 ELSE 0 END) OVER (PARTITION BY x.metric, x.labels, x.account) AS counts
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment AND x.kind <> 'gauge'
      AND x.time >= s.from_time - (s.to_time - s.from_time) - INTERVAL '1' DAY AND x.time < s.to_time
      AND x.value BETWEEN -1.7E308 AND 1.7E308
),
steps AS (
    SELECT o.metric, o.labels, o.symbol, o.account, o.kind, o.time, o.value, o.from_time, o.to_time,
           LAG(o.value) OVER series AS value_before, LAG(o.time) OVER series AS time_before,
           (o.time_us - LAG(o.time_us) OVER series) / 1E6 AS seconds
    FROM own AS o
    WHERE o.counts = 1 OR o.kind = 'flow'
    WINDOW series AS (PARTITION BY o.metric, o.labels, o.account ORDER BY o.time NULLS LAST, o.id)
),
places AS (
    SELECT t.metric, t.labels, t.account, t.seconds,
           ROW_NUMBER() OVER (PARTITION BY t.metric, t.labels, t.account ORDER BY t.seconds NULLS LAST) AS place,
           COUNT(*) OVER (PARTITION BY t.metric, t.labels, t.account) AS n
    FROM steps AS t
    WHERE t.seconds IS NOT NULL
),
usual AS (
    SELECT p.metric, p.labels, p.account, AVG(p.seconds) AS seconds
    FROM places AS p
    WHERE 2 * p.place BETWEEN p.n AND p.n + 2
    GROUP BY p.metric, p.labels, p.account
),
increases AS (
    SELECT t.metric, t.labels, t.account,
           CASE WHEN t.labels LIKE '%"instance":%' THEN 'server' ELSE 'snapshots' END AS seen_by,
           CASE WHEN t.to_time - t.from_time > INTERVAL '2' DAY THEN DATE_TRUNC('day', t.time)
                ELSE DATE_TRUNC('hour', t.time) END AS time,
           CASE WHEN t.kind = 'flow' THEN t.value
                WHEN t.value_before IS NULL THEN NULL
                WHEN t.time_before < t.from_time AND t.seconds > 3 * u.seconds THEN NULL
                WHEN t.value < t.value_before THEN t.value
                ELSE t.value - t.value_before END AS increase,
           CASE WHEN t.kind <> 'flow' AND t.value < t.value_before THEN 1 ELSE 0 END AS resets
    FROM steps AS t
    LEFT JOIN usual AS u
        ON u.metric = t.metric AND u.labels = t.labels AND u.account IS NOT DISTINCT FROM t.account
    WHERE t.time >= t.from_time
)
SELECT i.time, i.metric, i.seen_by, COUNT(DISTINCT i.labels) AS series, COUNT(*) AS samples, SUM(i.increase) AS increase,
       SUM(i.resets) AS resets, COUNT(*) - COUNT(i.increase) AS undefined
FROM increases AS i
GROUP BY i.time, i.metric, i.seen_by
ORDER BY i.time NULLS LAST, i.metric NULLS LAST, i.seen_by NULLS LAST
