-- A row is how many trades of one agent and symbol were closed on one UTC day of the period, and how many of them won; of every agent where none is named.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT t.system, t.agent, t.environment, CAST(t.exit_time AS DATE) AS day, t.symbol, COUNT(*) AS n,
       SUM(CASE WHEN COALESCE(t.pnl, t.pnl_fraction) > 0E0 THEN 1 ELSE 0 END) AS won
FROM trades AS t
CROSS JOIN scope AS s
WHERE t.system = COALESCE(s.system, t.system) AND t.agent = COALESCE(s.agent, t.agent)
  AND t.environment = COALESCE(s.environment, t.environment)
  AND t.exit_time >= s.from_time AND t.exit_time < s.to_time AND COALESCE(t.pnl, t.pnl_fraction) IS NOT NULL
GROUP BY t.system, t.agent, t.environment, CAST(t.exit_time AS DATE), t.symbol
ORDER BY t.system NULLS LAST, t.agent NULLS LAST, t.environment NULLS LAST, CAST(t.exit_time AS DATE) NULLS LAST,
         t.symbol NULLS LAST
