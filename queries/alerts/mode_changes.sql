-- A row is one change of mode; part is the series (symbol and interval) that changed.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
turns AS (
    SELECT m.time, m.mode, COALESCE(m.symbol, '') || ' ' || COALESCE(m.timeframe, '') AS part,
           LAG(m.mode) OVER (PARTITION BY m.symbol, m.timeframe ORDER BY m.time, m.id) AS mode_before
    FROM modes AS m
    CROSS JOIN scope AS s
    WHERE m.system = s.system AND m.agent = s.agent AND m.environment = s.environment AND m.time < s.to_time AND m.mode IS NOT NULL
)
SELECT t.time, 1E0 AS value, t.part
FROM turns AS t
CROSS JOIN scope AS s
WHERE t.mode_before <> t.mode AND t.time >= s.from_time
ORDER BY t.time
