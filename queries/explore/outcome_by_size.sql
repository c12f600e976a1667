-- A row is a quarter of the period's closed trades by the size of their position (quantity x entry price), the smallest first, and how they ended; equal sizes stay together.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
sized AS (
    -- as REAL, so that 499.99999999999994 and 500 are one size
    SELECT CAST(ABS(t.quantity) * t.entry_price AS REAL) AS size, t.pnl
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.exit_time >= s.from_time AND t.exit_time < s.to_time
      AND t.quantity IS NOT NULL AND t.entry_price IS NOT NULL AND t.pnl IS NOT NULL
),
placed AS (
    SELECT z.size, z.pnl, FLOOR(4E0 * (RANK() OVER (ORDER BY z.size NULLS LAST) - 1) / NULLIF(COUNT(*) OVER (), 0)) AS place
    FROM sized AS z
)
SELECT MIN(p.size) AS smallest_position, MAX(p.size) AS largest_position, COUNT(*) AS trades,
       COUNT(*) FILTER (WHERE p.pnl > 0E0) AS wins, SUM(p.pnl) AS pnl, MIN(p.pnl) AS worst, AVG(p.pnl) AS average
FROM placed AS p
GROUP BY p.place
ORDER BY p.place NULLS LAST
