-- A row is a position that was still open at the end of the period for more than three hours, the oldest first.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
newest AS (
    SELECT MAX(p.time) AS time, MAX(p.time_us) AS time_us
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment
      AND p.time >= s.from_time AND p.time < s.to_time
),
now_open AS (
    SELECT p.symbol, p.exchange, p.side, p.quantity, p.entry_price, p.mark_price, p.unrealised
    FROM positions AS p
    CROSS JOIN scope AS s
    JOIN newest AS n ON n.time = p.time
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment AND COALESCE(p.status, 'open') = 'open'
),
seen AS (
    SELECT p.symbol, p.side, MIN(p.time) AS since, MIN(p.time_us) AS since_us
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment
      AND p.time >= s.from_time AND p.time < s.to_time
    GROUP BY p.symbol, p.side
),
latest AS (
    SELECT MAX(x.time) AS time, MAX(x.time_us) AS time_us
    FROM (
        SELECT n.time, n.time_us FROM newest AS n
        UNION ALL
        SELECT e.time, e.time_us
        FROM events AS e
        CROSS JOIN scope AS s
        WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
          AND e.time >= s.from_time AND e.time < s.to_time
    ) AS x
),
kept AS (
    SELECT t.symbol, t.exchange, t.side, t.entry_time AS since, CASE WHEN t.time = t.entry_time THEN t.time_us END AS since_us, t.quantity, t.entry_price
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.entry_time < s.to_time AND (t.exit_time IS NULL OR t.exit_time >= s.to_time)
),
open_now AS (
    SELECT k.symbol, k.exchange, k.side, k.since, k.since_us, k.quantity, k.entry_price, CAST(NULL AS DOUBLE) AS mark_price, CAST(NULL AS DOUBLE) AS unrealised
    FROM kept AS k
    UNION ALL
    SELECT o.symbol, o.exchange, o.side, e.since, e.since_us, o.quantity, o.entry_price, o.mark_price, o.unrealised
    FROM now_open AS o
    JOIN seen AS e ON e.symbol = o.symbol AND e.side IS NOT DISTINCT FROM o.side
    WHERE NOT EXISTS (SELECT 1 FROM kept AS k WHERE k.symbol = o.symbol)
)
SELECT b.symbol, b.exchange, b.side, b.since, CAST(l.time_us - b.since_us AS DOUBLE) / 3.6E9 AS hours_open, b.quantity, b.entry_price, b.mark_price, b.unrealised
FROM open_now AS b
CROSS JOIN latest AS l
WHERE b.since < l.time - INTERVAL '3' HOUR
ORDER BY b.since NULLS LAST, b.symbol NULLS LAST, b.side NULLS LAST
LIMIT 40
