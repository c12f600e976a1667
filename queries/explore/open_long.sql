-- A row is a position that was still open at the end of the period for more than three hours, the oldest first.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
newest AS (
    SELECT MAX(p.time) AS time
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment
      AND p.time >= s.from_time AND p.time < s.to_time
),
now_open AS (
    SELECT p.symbol, p.side, p.quantity, p.entry_price, p.mark_price, p.unrealised
    FROM positions AS p
    CROSS JOIN scope AS s
    JOIN newest AS n ON n.time = p.time
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment AND COALESCE(p.status, 'open') = 'open'
),
seen AS (
    SELECT p.symbol, p.side, MIN(p.time) AS since
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment
      AND p.time >= s.from_time AND p.time < s.to_time
    GROUP BY p.symbol, p.side
)
SELECT o.symbol, o.side, e.since, o.quantity, o.entry_price, o.mark_price, o.unrealised
FROM now_open AS o
JOIN seen AS e ON e.symbol = o.symbol AND e.side IS NOT DISTINCT FROM o.side
CROSS JOIN newest AS n
WHERE e.since < n.time - INTERVAL '3' HOUR
ORDER BY e.since, o.symbol NULLS LAST, o.side NULLS LAST
LIMIT 40
