-- A row is what was true of the agent from one instant on: its open positions, its free balance, how near the nearest liquidation was.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time, CAST(? AS VARCHAR) AS state
),
held AS (
    SELECT p.time, COUNT(*) AS n,
           MIN(CASE WHEN p.mark_price > 0E0 AND p.liquidation_price > 0E0
                    THEN ABS(p.mark_price - p.liquidation_price) / p.mark_price END) AS distance
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment
      AND p.time >= s.from_time AND p.time < s.to_time AND COALESCE(p.status, 'open') = 'open' AND s.state IN ('open positions', 'liquidation distance')
    GROUP BY p.time
),
seen AS (
    SELECT DISTINCT e.time
    FROM equity AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment AND e.basis = 'reported'
      AND e.time >= s.from_time AND e.time < s.to_time
      AND EXISTS (SELECT 1 FROM held)
)
SELECT h.time, CASE WHEN s.state = 'open positions' THEN CAST(h.n AS DOUBLE) ELSE h.distance END AS value
FROM held AS h
CROSS JOIN scope AS s
UNION ALL
-- a snapshot without a position
SELECT n.time, CASE WHEN s.state = 'open positions' THEN 0E0 END
FROM seen AS n
CROSS JOIN scope AS s
WHERE NOT EXISTS (SELECT 1 FROM held AS h WHERE h.time = n.time)
UNION ALL
SELECT e.time, MIN(e.available)
FROM equity AS e
CROSS JOIN scope AS s
WHERE s.state = 'available balance' AND e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
  AND e.time >= s.from_time AND e.time < s.to_time AND e.available IS NOT NULL
GROUP BY e.time
ORDER BY 1
