-- A row is a position that was open in the agent's newest snapshot of the period, or as its source last wrote it, with the stop and target of the
-- decision to open it, where the mark price has passed one of them, and how far it is from liquidation.
-- BingX' bot takes no snapshots: it keeps a row a symbol, written over when the position changes, so each row holds until the next. Kraken's keeps a row
-- a position, which holds until the position is closed.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT p.id, p.time, p.symbol, p.side, CAST(p.quantity AS DOUBLE) AS quantity, p.entry_price, p.mark_price, p.unrealised,
           p.leverage, p.liquidation_price
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment AND p.system NOT IN ('bingx', 'kraken')
      AND p.time >= s.from_time AND p.time < s.to_time AND COALESCE(p.status, 'open') = 'open'
),
written AS (
    SELECT p.id, p.time, p.symbol, p.side, CAST(p.quantity AS DOUBLE) AS quantity, p.entry_price, p.mark_price, p.unrealised,
           p.leverage, p.liquidation_price, p.status,
           ROW_NUMBER() OVER (PARTITION BY p.symbol, p.symbol_written, p.account, CASE WHEN p.system = 'kraken' THEN p.entry_price END
                              ORDER BY p.time DESC, p.id DESC) AS k
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment AND p.system IN ('bingx', 'kraken')
      AND p.time < s.to_time AND p.time >= s.from_time - INTERVAL '3650' DAY
      AND NOT EXISTS (
          SELECT 1
          FROM trades AS t
          WHERE p.system = 'kraken' AND t.system = p.system AND t.agent = p.agent AND t.environment = p.environment
            AND t.symbol = p.symbol AND t.entry_price = p.entry_price AND t.exit_time < s.to_time
      )
),
cycle AS (
    SELECT MAX(x.time) AS time
    FROM (
        SELECT system, agent, environment, time FROM events WHERE kind = 'cycle'
        UNION ALL SELECT system, agent, environment, time FROM positions
    ) AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
),
newest AS (
    SELECT o.id, o.time, o.symbol, o.side, o.quantity, o.entry_price, o.mark_price, o.unrealised, o.leverage, o.liquidation_price
    FROM own AS o
    INNER JOIN cycle AS c ON o.time = c.time
    UNION ALL
    SELECT w.id, w.time, w.symbol, w.side, w.quantity, w.entry_price, w.mark_price, w.unrealised, w.leverage, w.liquidation_price
    FROM written AS w
    WHERE w.k = 1 AND COALESCE(w.status, 'open') = 'open'
),
-- a position keeps its entry price, so it is as old as the first snapshot that shows that price
begun AS (
    SELECT n.id, MIN(p.time) AS time
    FROM newest AS n
    CROSS JOIN scope AS s
    INNER JOIN positions AS p ON p.system = s.system AND p.agent = s.agent AND p.environment = s.environment
        AND p.symbol = n.symbol AND p.side = n.side AND p.entry_price = n.entry_price AND p.time <= n.time
    GROUP BY n.id
),
wanted AS (
    SELECT b.id, d.stop_loss, d.take_profit, ROW_NUMBER() OVER (PARTITION BY b.id ORDER BY d.time DESC, d.id DESC) AS place
    FROM begun AS b
    INNER JOIN newest AS n ON n.id = b.id
    CROSS JOIN scope AS s
    INNER JOIN decisions AS d ON d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
        AND d.symbol = n.symbol AND d.action = 'open_' || n.side AND d.time <= b.time AND COALESCE(d.executed, TRUE)
)
SELECT n.time, n.symbol, n.side, n.quantity, n.entry_price, n.mark_price, n.unrealised, w.stop_loss, w.take_profit,
       CASE WHEN n.side = 'long' AND n.mark_price <= w.stop_loss THEN 'stop'
            WHEN n.side = 'short' AND n.mark_price >= w.stop_loss THEN 'stop'
            WHEN n.side = 'long' AND n.mark_price >= w.take_profit THEN 'target'
            WHEN n.side = 'short' AND n.mark_price <= w.take_profit THEN 'target'
            WHEN w.stop_loss IS NOT NULL AND w.take_profit IS NOT NULL AND n.mark_price IS NOT NULL THEN 'no' END AS passed,
       n.leverage, n.liquidation_price,
       ABS(n.mark_price - n.liquidation_price) / NULLIF(n.mark_price, 0E0) AS liquidation_distance
FROM newest AS n
LEFT JOIN wanted AS w ON w.id = n.id AND w.place = 1
ORDER BY n.symbol NULLS LAST, n.side NULLS LAST, n.time
