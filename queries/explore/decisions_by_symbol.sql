-- A row is one symbol: its decisions in the period, those that open and those that close.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT COALESCE(d.symbol, 'none named') AS symbol, COUNT(*) AS decisions,
       COUNT(*) FILTER (WHERE d.action IN ('open_long', 'open_short')) AS opens,
       COUNT(*) FILTER (WHERE d.action IN ('close_long', 'close_short')) AS closes,
       COUNT(*) FILTER (WHERE d.action = 'hold') AS holds, COUNT(*) FILTER (WHERE d.action = 'wait') AS waits
FROM decisions AS d
CROSS JOIN scope AS s
WHERE d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
  AND d.time >= s.from_time AND d.time < s.to_time
GROUP BY COALESCE(d.symbol, 'none named')
ORDER BY COUNT(*) DESC, symbol
