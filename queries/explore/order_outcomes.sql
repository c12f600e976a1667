-- A row is an order status of the period by exchange and type: how many, and how much of what was ordered was filled.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT o.status, o.exchange, o.type, COUNT(*) AS n, COUNT(DISTINCT o.symbol) AS symbols,
       SUM(CAST(o.filled AS DOUBLE)) / NULLIF(SUM(CAST(o.quantity AS DOUBLE)), 0E0) AS filled_share, MAX(o.time) AS newest
FROM orders AS o
CROSS JOIN scope AS s
WHERE o.system = s.system AND o.agent = s.agent AND o.environment = s.environment
  AND o.time >= s.from_time AND o.time < s.to_time
GROUP BY o.status, o.exchange, o.type
ORDER BY COUNT(*) DESC, o.status NULLS LAST, o.exchange NULLS LAST, o.type NULLS LAST
LIMIT 40
