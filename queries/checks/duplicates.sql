-- A row is a symbol whose trades stand more than once under different ids.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
closed AS (
    SELECT t.*
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.exit_time >= s.from_time AND t.exit_time < s.to_time
),
repeats AS (
    SELECT COALESCE(symbol, '(no symbol)') AS symbol, side, timeframe, entry_time, exit_time, entry_price, exit_price, quantity,
           COUNT(*) AS copies, MIN(id) AS one, MAX(id) AS other
    FROM closed
    WHERE entry_price IS NOT NULL AND exit_price IS NOT NULL
    GROUP BY COALESCE(symbol, '(no symbol)'), side, timeframe, entry_time, exit_time, entry_price, exit_price, quantity
    HAVING COUNT(*) > 1
)
SELECT 'warning' AS severity, symbol AS subject,
       CAST(SUM(copies - 1) AS VARCHAR) || ' trades repeat another one''s side, times, prices and quantity under another id,'
           || ' such as ' || MIN(one) || ' and ' || MIN(other) || ': they count twice' AS finding,
       CAST(SUM(copies - 1) AS BIGINT) AS n
FROM repeats
GROUP BY symbol
ORDER BY symbol
