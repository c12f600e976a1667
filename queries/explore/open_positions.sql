-- A row is a position as it was seen in the agent's newest snapshot of the period.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
own AS (
    SELECT p.time, p.symbol, p.side, CAST(p.quantity AS DOUBLE) AS quantity, p.entry_price, p.mark_price, p.unrealised,
           p.leverage, p.liquidation_price
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment
      AND p.time >= s.from_time AND p.time < s.to_time AND COALESCE(p.status, 'open') = 'open'
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
)
SELECT o.time, o.symbol, o.side, o.quantity, o.entry_price, o.mark_price, o.unrealised, o.leverage, o.liquidation_price
FROM own AS o
INNER JOIN cycle AS c ON o.time = c.time
ORDER BY o.symbol NULLS LAST, o.side NULLS LAST
