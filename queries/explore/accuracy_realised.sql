-- A row is a symbol and timeframe: the accuracy that validation promised after retraining, and the share of its trades that won.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
promised AS (
    SELECT r.symbol, r.timeframe, AVG(r.accuracy) AS accuracy, COUNT(r.accuracy) AS runs
    FROM retrainings AS r
    CROSS JOIN scope AS s
    WHERE r.system = s.system AND r.agent = s.agent AND r.environment = s.environment
      AND r.time >= s.from_time AND r.time < s.to_time AND r.status = 'success'
    GROUP BY r.symbol, r.timeframe
),
won AS (
    SELECT t.symbol, t.timeframe, COUNT(*) AS trades,
           COUNT_IF(COALESCE(t.pnl, t.pnl_fraction) > 0) AS wins
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.exit_time >= s.from_time AND t.exit_time < s.to_time
    GROUP BY t.symbol, t.timeframe
)
SELECT p.symbol, p.timeframe, p.runs AS successful_runs, p.accuracy AS validation_accuracy, w.trades,
       CAST(w.wins AS DOUBLE) / NULLIF(CAST(w.trades AS DOUBLE), 0E0) AS win_rate
FROM promised AS p
LEFT JOIN won AS w ON w.symbol IS NOT DISTINCT FROM p.symbol AND w.timeframe IS NOT DISTINCT FROM p.timeframe
WHERE p.accuracy IS NOT NULL
ORDER BY p.symbol NULLS LAST, p.timeframe NULLS LAST
