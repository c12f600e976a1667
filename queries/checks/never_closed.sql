-- A row is a symbol with trades that opened more than a week before the end of the period and have no exit.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT 'warning' AS severity, COALESCE(t.symbol, '(no symbol)') AS subject,
       CAST(COUNT(*) AS VARCHAR(40)) || ' trades have been open for more than 7 days, the oldest since '
           || SUBSTRING(CAST(MIN(t.entry_time) AS VARCHAR(40)), 1, 16) || ': if they were closed, their results are missing' AS finding,
       COUNT(*) AS n
FROM trades AS t
CROSS JOIN scope AS s
WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
  AND t.exit_time IS NULL AND t.entry_time < s.to_time - INTERVAL '7' DAY
GROUP BY COALESCE(t.symbol, '(no symbol)')
ORDER BY COALESCE(t.symbol, '(no symbol)')
