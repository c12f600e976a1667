-- A row is a symbol whose trades stand more than once under different ids, or a kind of rows that do.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
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
),
events_twice AS (
    SELECT x.kind, COUNT(*) AS copies
    FROM events AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
    GROUP BY x.time_us, x.kind, x.symbol, x.message, x.cycle, x.correlation, x.data
    HAVING COUNT(*) > 1
),
events_by_kind AS (
    SELECT kind, COUNT(*) AS n, ROW_NUMBER() OVER (ORDER BY COUNT(*) DESC, kind NULLS LAST) AS k
    FROM events_twice
    GROUP BY kind
),
samples_twice AS (
    SELECT x.metric, COUNT(*) AS copies, COUNT(DISTINCT x.value) AS kinds
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
    GROUP BY x.time_us, x.metric, x.labels
    HAVING COUNT(*) > 1
),
equity_twice AS (
    SELECT x.time_us, COUNT(*) AS copies
    FROM equity AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
    GROUP BY x.time_us, x.origin, x.account, x.currency
    HAVING COUNT(*) > 1 AND COUNT(DISTINCT x.value) > 1
)
SELECT 'warning' AS severity, symbol AS subject,
       CAST(SUM(copies - 1) AS VARCHAR(40)) || ' trades repeat another one''s side, times, prices and quantity under another id,'
           || ' such as ' || MIN(one) || ' and ' || MIN(other) || ': they count twice' AS finding,
       CAST(SUM(copies - 1) AS BIGINT) AS n
FROM repeats
GROUP BY symbol
UNION ALL
SELECT 'info', 'events',
       CAST(SUM(copies - 1) AS VARCHAR(40)) || ' events repeat another one''s time, kind and words, most of them of kind ' || (SELECT kind FROM events_by_kind WHERE k = 1)
           || ': counts of events count them twice',
       CAST(SUM(copies - 1) AS BIGINT)
FROM events_twice
HAVING COUNT(*) > 0
UNION ALL
SELECT CASE WHEN MAX(kinds) > 1 THEN 'warning' ELSE 'info' END, 'samples',
       CAST(SUM(copies - 1) AS VARCHAR(40)) || ' values of monitored series repeat the time of another one'
           || CASE WHEN MAX(kinds) > 1 THEN ' with another value' ELSE '' END || ', such as of ' || MIN(metric),
       CAST(SUM(copies - 1) AS BIGINT)
FROM samples_twice
HAVING COUNT(*) > 0
UNION ALL
SELECT 'warning', 'equity',
       CAST(SUM(copies - 1) AS VARCHAR(40)) || ' instants have two different values of one account: the last one read is taken',
       CAST(SUM(copies - 1) AS BIGINT)
FROM equity_twice
HAVING COUNT(*) > 0
ORDER BY subject
