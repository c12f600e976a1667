-- A row is a text of an error or warning of the period as it is written: how often, when first and last, and where it is written first.
-- An error that its source tells of once more as a line of its log is one error.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
told AS (
    SELECT DISTINCT e.time, e.message
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time AND e.kind = 'error' AND e.message IS NOT NULL
),
said AS (
    SELECT e.level, COALESCE(e.exchange, '') AS exchange, SUBSTR(COALESCE(e.message, e.kind, ''), 1, 160) AS message, e.time, e.file, e.line
    FROM events AS e
    CROSS JOIN scope AS s
    LEFT JOIN told AS t ON t.time = e.time AND t.message = e.message AND e.kind <> 'error'
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.level IN ('WARNING', 'ERROR', 'CRITICAL') AND t.time IS NULL
),
numbered AS (
    SELECT level, exchange, message, time, file, line,
           ROW_NUMBER() OVER (PARTITION BY level, exchange, message ORDER BY time, file NULLS LAST, line NULLS LAST) AS k
    FROM said
)
SELECT n.level, n.exchange, n.message, COUNT(*) AS n, MIN(n.time) AS oldest, MAX(n.time) AS newest,
       MAX(CASE WHEN n.k = 1 THEN n.file END) AS file, MAX(CASE WHEN n.k = 1 THEN n.line END) AS line
FROM numbered AS n
GROUP BY n.level, n.exchange, n.message
ORDER BY n.level NULLS LAST, n.exchange, n.message
LIMIT 20000
