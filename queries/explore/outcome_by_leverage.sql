-- A row is one leverage: the trades of the period that were closed with it, and how they ended.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT t.leverage, COUNT(*) AS trades, COUNT(*) FILTER (WHERE t.pnl > 0) AS wins, SUM(t.pnl) AS pnl,
       MIN(t.pnl) AS worst, AVG(t.pnl) AS average
FROM trades AS t
CROSS JOIN scope AS s
WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
  AND t.exit_time >= s.from_time AND t.exit_time < s.to_time AND t.leverage IS NOT NULL
GROUP BY t.leverage
ORDER BY t.leverage NULLS LAST
