-- A row is one number that the agent's newest report or backtest of the period states, or the newest value in the period of a monitored series without labels.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
stated AS (
    SELECT r.kind, r.id, r.time, r.ended, r.figures,
           ROW_NUMBER() OVER (PARTITION BY r.kind ORDER BY COALESCE(r.ended, r.time) DESC, r.id DESC) AS k
    FROM runs AS r
    CROSS JOIN scope AS s
    WHERE r.system = s.system AND r.agent = s.agent AND r.environment = s.environment
      AND r.kind IN ('report', 'backtest') AND r.figures IS NOT NULL AND JSON_VALID(r.figures)
      AND COALESCE(r.ended, r.time) >= s.from_time AND r.time < s.to_time AND COALESCE(r.ended, r.time) < s.to_time
),
newest AS (
    SELECT x.metric, MAX_BY(x.value, x.time) AS value, MAX(x.time) AS time
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time AND COALESCE(x.labels, '{}') = '{}' AND x.value IS NOT NULL
    GROUP BY x.metric
)
SELECT t.kind, t.time, t.ended, REPLACE(SUBSTRING(j.fullkey, 3), '"', '') AS name, TRY_CAST(j.atom AS DOUBLE) AS value
FROM stated AS t
CROSS JOIN LATERAL (SELECT fullkey, atom, type FROM JSON_TREE(t.figures)) AS j
WHERE t.k = 1 AND j.type IN ('DOUBLE', 'BIGINT', 'UBIGINT', 'HUGEINT') AND POSITION('[' IN j.fullkey) = 0
  AND TRY_CAST(j.atom AS DOUBLE) IS NOT NULL
UNION ALL
SELECT 'series', n.time, NULL, n.metric, n.value
FROM newest AS n
ORDER BY kind, name
