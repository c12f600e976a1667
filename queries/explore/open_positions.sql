-- A row is a position that was open in the agent's newest snapshot of the period, or as its source last wrote it.
-- BingX' bot takes no snapshots: it keeps a row a symbol, written over when the position changes, so each row holds until the next.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT p.time, p.symbol, p.side, CAST(p.quantity AS DOUBLE) AS quantity, p.entry_price, p.mark_price, p.unrealised,
           p.leverage, p.liquidation_price
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment AND p.system <> 'bingx'
      AND p.time >= s.from_time AND p.time < s.to_time AND COALESCE(p.status, 'open') = 'open'
),
written AS (
    SELECT p.time, p.symbol, p.side, CAST(p.quantity AS DOUBLE) AS quantity, p.entry_price, p.mark_price, p.unrealised,
           p.leverage, p.liquidation_price, p.status,
           ROW_NUMBER() OVER (PARTITION BY p.symbol, p.symbol_written, p.account ORDER BY p.time DESC, p.id DESC) AS k
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment AND p.system = 'bingx'
      AND p.time < s.to_time AND p.time >= s.from_time - INTERVAL '3650' DAY
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
held AS (
    SELECT o.time, o.symbol, o.side, o.quantity, o.entry_price, o.mark_price, o.unrealised, o.leverage, o.liquidation_price
    FROM own AS o
    INNER JOIN cycle AS c ON o.time = c.time
    UNION ALL
    SELECT w.time, w.symbol, w.side, w.quantity, w.entry_price, w.mark_price, w.unrealised, w.leverage, w.liquidation_price
    FROM written AS w
    WHERE w.k = 1 AND COALESCE(w.status, 'open') = 'open'
)
SELECT h.time, h.symbol, h.side, h.quantity, h.entry_price, h.mark_price, h.unrealised, h.leverage, h.liquidation_price
FROM held AS h
ORDER BY h.symbol NULLS LAST, h.side NULLS LAST, h.time
