-- A row is a symbol on a timeframe: its mode at the end of the period, since when, how often it changed in the period, its newest confidence, and the share of its readings near the threshold (79 to 81 %).
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
states AS (
    SELECT m.symbol, m.timeframe, m.time, m.mode, s.from_time,
           LAG(m.mode) OVER (PARTITION BY m.symbol, m.timeframe ORDER BY m.time, m.id) AS mode_before
    FROM modes AS m
    CROSS JOIN scope AS s
    WHERE m.system = s.system AND m.agent = s.agent AND m.environment = s.environment
      AND m.time < s.to_time AND m.mode IS NOT NULL
),
changes AS (
    SELECT symbol, timeframe, time, mode, from_time,
           ROW_NUMBER() OVER (PARTITION BY symbol, timeframe ORDER BY time DESC) AS place,
           SUM(CASE WHEN time >= from_time AND mode_before IS NOT NULL THEN 1 ELSE 0 END)
               OVER (PARTITION BY symbol, timeframe) AS changes
    FROM states
    WHERE mode_before IS NULL OR mode_before <> mode
),
readings AS (
    SELECT c.symbol, c.timeframe, c.confidence,
           ROW_NUMBER() OVER (PARTITION BY c.symbol, c.timeframe ORDER BY c.time DESC) AS place,
           AVG(CASE WHEN c.confidence BETWEEN 79E-2 AND 81E-2 THEN 1E0 ELSE 0E0 END)
               OVER (PARTITION BY c.symbol, c.timeframe) AS near
    FROM confidence AS c
    CROSS JOIN scope AS s
    WHERE c.system = s.system AND c.agent = s.agent AND c.environment = s.environment
      AND c.time >= s.from_time AND c.time < s.to_time AND c.confidence IS NOT NULL
)
SELECT x.symbol, x.timeframe, x.mode, x.time AS since, x.changes, r.confidence, r.near AS near_80_share
FROM changes AS x
LEFT JOIN readings AS r ON r.symbol IS NOT DISTINCT FROM x.symbol AND r.timeframe IS NOT DISTINCT FROM x.timeframe AND r.place = 1
WHERE x.place = 1
ORDER BY x.symbol NULLS LAST, x.timeframe NULLS LAST
