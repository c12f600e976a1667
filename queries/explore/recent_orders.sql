-- A row is one of the last 30 orders of the period, the newest first.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT o.time, o.symbol, o.side, o.type, o.status, CAST(o.quantity AS DOUBLE) AS quantity, CAST(o.filled AS DOUBLE) AS filled,
       CAST(o.price AS DOUBLE) AS price, o.exchange
FROM orders AS o
CROSS JOIN scope AS s
WHERE o.system = s.system AND o.agent = s.agent AND o.environment = s.environment
  AND o.time >= s.from_time AND o.time < s.to_time
ORDER BY o.time DESC, o.id
LIMIT 30
