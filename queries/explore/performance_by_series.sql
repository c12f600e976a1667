-- A row is a symbol on a timeframe: the trades of the period that were closed there, how they ended, and the confidence stated before them.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT t.symbol, t.timeframe, COUNT(*) AS trades, COUNT(*) FILTER (WHERE COALESCE(t.pnl, t.pnl_fraction) > 0E0) AS wins,
       CAST(COUNT(*) FILTER (WHERE COALESCE(t.pnl, t.pnl_fraction) > 0E0) AS DOUBLE)
           / NULLIF(CAST(COUNT(COALESCE(t.pnl, t.pnl_fraction)) AS DOUBLE), 0E0) AS win_rate,
       AVG(t.confidence) AS average_confidence, SUM(t.pnl) AS pnl
FROM trades AS t
CROSS JOIN scope AS s
WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
  AND t.exit_time >= s.from_time AND t.exit_time < s.to_time AND t.timeframe IS NOT NULL
GROUP BY t.symbol, t.timeframe
ORDER BY win_rate DESC NULLS LAST, t.symbol NULLS LAST, t.timeframe NULLS LAST
