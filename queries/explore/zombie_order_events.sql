-- A row is a kind of event about orphaned orders in the period, by exchange; what nobody emitted is not there, which is not the same as zero.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT e.kind, e.exchange, COUNT(*) AS n, COUNT(DISTINCT e.symbol) AS symbols, MIN(e.time) AS oldest, MAX(e.time) AS newest
FROM events AS e
CROSS JOIN scope AS s
WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
  AND e.time >= s.from_time AND e.time < s.to_time
  AND (LOWER(e.kind) LIKE '%zombie%' OR LOWER(e.kind) LIKE '%orphan%' OR LOWER(e.kind) LIKE '%phantom%')
GROUP BY e.kind, e.exchange
ORDER BY COUNT(*) DESC, e.kind NULLS LAST, e.exchange NULLS LAST
LIMIT 40
