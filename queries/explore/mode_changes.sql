-- A row is one of the last 20 changes of mode in the period, the newest first.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT m.time, m.symbol, m.timeframe, m.mode, m.confidence, m.reason, s.from_time,
           LAG(m.mode) OVER (PARTITION BY m.symbol, m.timeframe ORDER BY m.time, m.id) AS before
    FROM modes AS m
    CROSS JOIN scope AS s
    WHERE m.system = s.system AND m.agent = s.agent AND m.environment = s.environment
      AND m.time < s.to_time
)
SELECT o.time, o.symbol, o.timeframe, o.before, o.mode, o.confidence, o.reason
FROM own AS o
WHERE o.time >= o.from_time AND o.before <> o.mode
ORDER BY o.time DESC, o.symbol NULLS LAST, o.timeframe NULLS LAST
LIMIT 20
