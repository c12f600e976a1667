-- A row is a symbol on a timeframe: its retraining runs of the period, the confidence stated, in all and in each half of its readings, and the trades that were closed there.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
runs AS (
    SELECT r.symbol, r.timeframe, COUNT(*) AS runs, COUNT(*) FILTER (WHERE r.status = 'success') AS success
    FROM retrainings AS r
    CROSS JOIN scope AS s
    WHERE r.system = s.system AND r.agent = s.agent AND r.environment = s.environment
      AND r.time >= s.from_time AND r.time < s.to_time
    GROUP BY r.symbol, r.timeframe
),
readings AS (
    SELECT c.symbol, c.timeframe, c.confidence,
           NTILE(2) OVER (PARTITION BY c.symbol, c.timeframe ORDER BY c.time, c.id) AS half
    FROM confidence AS c
    CROSS JOIN scope AS s
    WHERE c.system = s.system AND c.agent = s.agent AND c.environment = s.environment
      AND c.time >= s.from_time AND c.time < s.to_time AND c.confidence IS NOT NULL
),
stated AS (
    SELECT symbol, timeframe, AVG(confidence) AS average, MIN(confidence) AS lowest, MAX(confidence) AS highest,
           STDDEV_SAMP(confidence) AS deviation, AVG(CASE WHEN half = 1 THEN confidence END) AS first_half,
           AVG(CASE WHEN half = 2 THEN confidence END) AS second_half
    FROM readings
    GROUP BY symbol, timeframe
),
won AS (
    SELECT t.symbol, t.timeframe, COUNT(*) AS trades, COUNT(*) FILTER (WHERE COALESCE(t.pnl, t.pnl_fraction) > 0E0) AS wins,
           COUNT(COALESCE(t.pnl, t.pnl_fraction)) AS known
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.exit_time >= s.from_time AND t.exit_time < s.to_time
    GROUP BY t.symbol, t.timeframe
)
SELECT c.symbol, c.timeframe, r.runs, CAST(r.success AS DOUBLE) / NULLIF(CAST(r.runs AS DOUBLE), 0E0) AS success_rate,
       c.average AS confidence_average, c.lowest AS confidence_lowest, c.highest AS confidence_highest,
       c.deviation AS confidence_deviation, c.first_half AS confidence_first_half, c.second_half AS confidence_second_half,
       w.trades, CAST(w.wins AS DOUBLE) / NULLIF(CAST(w.known AS DOUBLE), 0E0) AS win_rate
FROM stated AS c
LEFT JOIN runs AS r ON r.symbol IS NOT DISTINCT FROM c.symbol AND r.timeframe IS NOT DISTINCT FROM c.timeframe
LEFT JOIN won AS w ON w.symbol IS NOT DISTINCT FROM c.symbol AND w.timeframe IS NOT DISTINCT FROM c.timeframe
ORDER BY c.symbol NULLS LAST, c.timeframe NULLS LAST
