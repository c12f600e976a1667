-- A row is one band of stated confidence, ten points wide: the trades of the period that were opened with it, and how they ended.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT FLOOR(t.confidence * 10E0) / 10E0 AS confidence_from, COUNT(*) AS trades,
       COUNT(*) FILTER (WHERE t.pnl_fraction > 0) AS price_went_right, AVG(t.pnl_fraction) AS average_price_change,
       SUM(t.pnl) AS pnl
FROM trades AS t
CROSS JOIN scope AS s
WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
  AND t.exit_time >= s.from_time AND t.exit_time < s.to_time AND t.confidence IS NOT NULL
GROUP BY FLOOR(t.confidence * 10E0) / 10E0
ORDER BY confidence_from NULLS LAST
