-- A row is a position that was open when the period began, at one of its last five decisions, or when it ended: as its newest snapshot of the day before shows it, else as a trade that was open then.
-- BingX' bot takes no snapshots: it keeps a row a symbol, written over when the position changes, so each row holds until the next. Kraken's keeps a row
-- a position, so what was open is what was not closed; marks are those last written.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
decided AS (
    SELECT DISTINCT d.time
    FROM decisions AS d
    CROSS JOIN scope AS s
    WHERE d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
      AND d.time >= s.from_time AND d.time < s.to_time
    ORDER BY d.time DESC
    LIMIT 5
),
moments AS (
    SELECT 'beginning' AS moment, s.from_time AS moment_time FROM scope AS s
    UNION ALL SELECT 'decision', d.time FROM decided AS d
    UNION ALL SELECT 'end', s.to_time FROM scope AS s
),
own AS (
    SELECT p.id, p.time, p.symbol, p.symbol_written, p.account, p.side, CAST(p.quantity AS DOUBLE) AS quantity, p.entry_price, p.mark_price,
           p.unrealised, p.leverage, p.liquidation_price, COALESCE(p.status, 'open') AS status, p.system
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment AND p.time < s.to_time
      AND p.time >= s.from_time - INTERVAL '3650' DAY AND (p.system IN ('bingx', 'kraken') OR p.time >= s.from_time - INTERVAL '1' DAY)
),
cycles AS (
    SELECT e.time
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment AND e.kind = 'cycle'
      AND e.time >= s.from_time - INTERVAL '1' DAY AND e.time < s.to_time
    UNION SELECT o.time FROM own AS o WHERE o.system NOT IN ('bingx', 'kraken')
),
snapshots AS (
    SELECT m.moment, m.moment_time, MAX(c.time) AS time
    FROM moments AS m
    INNER JOIN cycles AS c ON c.time <= m.moment_time AND c.time >= m.moment_time - INTERVAL '1' DAY
    GROUP BY m.moment, m.moment_time
),
written AS (
    SELECT m.moment, m.moment_time, o.time, o.symbol, o.side, o.quantity, o.entry_price, o.mark_price, o.unrealised, o.leverage, o.liquidation_price, o.status,
           ROW_NUMBER() OVER (PARTITION BY m.moment, m.moment_time, o.symbol, o.symbol_written, o.account ORDER BY o.time DESC, o.id DESC) AS k
    FROM moments AS m
    INNER JOIN own AS o ON o.time <= m.moment_time AND o.system = 'bingx'
),
marked AS (
    SELECT m.moment, m.moment_time, o.symbol, o.entry_price, o.mark_price, o.unrealised,
           ROW_NUMBER() OVER (PARTITION BY m.moment, m.moment_time, o.symbol, o.entry_price ORDER BY o.time DESC, o.id DESC) AS k
    FROM moments AS m
    INNER JOIN own AS o ON o.time <= m.moment_time AND o.system = 'kraken'
),
held AS (
    SELECT n.moment, n.moment_time, o.time, o.symbol, o.side, o.quantity, o.entry_price, o.mark_price, o.unrealised, o.leverage, o.liquidation_price
    FROM snapshots AS n
    INNER JOIN own AS o ON o.time = n.time AND o.status = 'open' AND o.system NOT IN ('bingx', 'kraken')
    UNION ALL
    SELECT w.moment, w.moment_time, w.time, w.symbol, w.side, w.quantity, w.entry_price, w.mark_price, w.unrealised, w.leverage, w.liquidation_price
    FROM written AS w
    WHERE w.k = 1 AND w.status = 'open'
    UNION ALL
    SELECT m.moment, m.moment_time, t.entry_time, t.symbol, t.side, CAST(t.quantity AS DOUBLE), t.entry_price, k.mark_price, k.unrealised, t.leverage,
           CAST(NULL AS DOUBLE)
    FROM trades AS t
    CROSS JOIN scope AS s
    INNER JOIN moments AS m ON t.entry_time <= m.moment_time AND (t.exit_time IS NULL OR t.exit_time > m.moment_time)
    LEFT JOIN marked AS k ON k.moment = m.moment AND k.moment_time = m.moment_time AND k.symbol = t.symbol AND k.entry_price = t.entry_price AND k.k = 1
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment AND t.entry_time < s.to_time
      AND s.system <> 'bingx'
      AND NOT EXISTS (SELECT 1 FROM snapshots AS n WHERE n.moment = m.moment AND n.moment_time = m.moment_time)
)
SELECT h.moment, h.moment_time, h.time AS seen_at, h.symbol, h.side, h.quantity, h.entry_price, h.mark_price, h.unrealised, h.leverage, h.liquidation_price
FROM held AS h
ORDER BY h.moment_time NULLS LAST, h.moment NULLS LAST, h.symbol NULLS LAST, h.side NULLS LAST
LIMIT 60
