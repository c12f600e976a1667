-- A row is a kind of event of the period: how often, when first and last, the most frequent first.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT e.kind, e.level, COUNT(*) AS n, MIN(e.time) AS oldest, MAX(e.time) AS newest
FROM events AS e
CROSS JOIN scope AS s
WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
  AND e.time >= s.from_time AND e.time < s.to_time
GROUP BY e.kind, e.level
ORDER BY COUNT(*) DESC, e.kind NULLS LAST, e.level NULLS LAST
LIMIT 40
