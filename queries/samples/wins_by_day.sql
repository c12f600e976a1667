-- A row is how many trades of one symbol were closed on one UTC day of the period, and how many of them won.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT CAST(t.exit_time AS DATE) AS day, t.symbol, COUNT(*) AS n,
       SUM(CASE WHEN COALESCE(t.pnl, t.pnl_fraction) > 0E0 THEN 1 ELSE 0 END) AS won
FROM trades AS t
CROSS JOIN scope AS s
WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
  AND t.exit_time >= s.from_time AND t.exit_time < s.to_time AND COALESCE(t.pnl, t.pnl_fraction) IS NOT NULL
GROUP BY CAST(t.exit_time AS DATE), t.symbol
ORDER BY CAST(t.exit_time AS DATE) NULLS LAST, t.symbol NULLS LAST
