-- A row is a mode state of one series in the period, by series and time; the state it was in when the period began comes first.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT m.symbol, m.timeframe, m.time, m.id, m.mode, m.confidence, s.from_time
    FROM modes AS m
    CROSS JOIN scope AS s
    WHERE m.system = s.system AND m.agent = s.agent AND m.environment = s.environment
      AND m.time < s.to_time AND m.mode IS NOT NULL
),
start AS (
    SELECT symbol, timeframe, MAX(time) AS time
    FROM own
    WHERE time < from_time
    GROUP BY symbol, timeframe
)
SELECT o.symbol, o.timeframe, o.time, o.mode, o.confidence, CASE WHEN o.time < o.from_time THEN 1 ELSE 0 END AS carried
FROM own AS o
LEFT JOIN start AS f ON o.symbol IS NOT DISTINCT FROM f.symbol AND o.timeframe IS NOT DISTINCT FROM f.timeframe
WHERE o.time >= o.from_time OR o.time = f.time
ORDER BY o.symbol NULLS LAST, o.timeframe NULLS LAST, o.time, o.id
