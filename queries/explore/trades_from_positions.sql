-- A row is a round trip rebuilt from snapshots of open positions, closed in the period or still open at its end: prices are the last seen, P&L is before fees and approximate.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
seen AS (
    SELECT p.time, COALESCE(p.symbol, p.symbol_written, '(no symbol)') AS symbol, p.side,
           CASE p.side WHEN 'short' THEN -1E0 ELSE 1E0 END AS sign,
           SUM(CAST(p.quantity AS DOUBLE)) AS quantity,
           SUM(p.entry_price * CAST(p.quantity AS DOUBLE)) / NULLIF(SUM(CAST(p.quantity AS DOUBLE)), 0E0) AS entry_price,
           MAX(p.mark_price) AS mark_price, MAX(p.leverage) AS leverage
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment
      AND p.time < s.to_time AND COALESCE(p.status, 'open') = 'open' AND p.quantity > 0 AND p.side IS NOT NULL
    GROUP BY p.time, COALESCE(p.symbol, p.symbol_written, '(no symbol)'), p.side
),
-- a table of one row a position, as it stands, is no series of snapshots
kinds AS (
    SELECT DISTINCT p.symbol, p.side, p.entry_price FROM seen AS p WHERE p.entry_price IS NOT NULL
),
watched AS (
    SELECT 1 AS yes
    FROM seen
    HAVING 2 * COUNT(*) >= 3 * (SELECT COUNT(*) FROM kinds)
),
grid AS (
    SELECT g.time, ROW_NUMBER() OVER (ORDER BY g.time) AS k
    FROM (
        SELECT x.time
        FROM events AS x
        CROSS JOIN scope AS s
        WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
          AND x.time < s.to_time AND x.kind = 'cycle'
        UNION
        SELECT time FROM seen
    ) AS g
),
linked AS (
    SELECT g.k, p.*, LAG(g.k) OVER series AS before_k, LAG(p.quantity) OVER series AS before_quantity,
           LAG(p.entry_price) OVER series AS before_entry, LAG(p.mark_price) OVER series AS before_mark
    FROM seen AS p
    CROSS JOIN watched AS w
    INNER JOIN grid AS g ON g.time = p.time
    WINDOW series AS (PARTITION BY p.symbol, p.side ORDER BY p.time)
),
trips AS (
    SELECT l.*, SUM(CASE WHEN before_k = k - 1 OR (before_entry = entry_price AND before_quantity = quantity) THEN 0 ELSE 1 END)
               OVER (PARTITION BY symbol, side ORDER BY k) AS trip
    FROM linked AS l
),
ends AS (
    SELECT t.symbol, t.side, t.trip, MIN(t.time) AS entry_time, MAX(t.time) AS last_seen, COUNT(*) AS snapshots,
           MAX(t.quantity) AS largest, MAX(t.leverage) AS leverage, MAX(t.k) AS k, MAX(t.sign) AS sign,
           MAX_BY(t.quantity, t.k) FILTER (WHERE t.quantity IS NOT NULL) AS quantity,
           MAX_BY(t.entry_price, t.k) FILTER (WHERE t.entry_price IS NOT NULL) AS entry_price,
           MAX_BY(t.mark_price, t.k) FILTER (WHERE t.mark_price IS NOT NULL) AS mark_price
    FROM trips AS t
    GROUP BY t.symbol, t.side, t.trip
),
closings AS (
    -- it shrank: a part was closed since the snapshot before
    SELECT t.symbol, t.side, t.trip, t.before_quantity - t.quantity AS quantity, t.before_entry AS entry_price,
           t.before_mark AS exit_price, t.sign
    FROM trips AS t
    INNER JOIN ends AS e ON e.symbol = t.symbol AND e.side = t.side AND e.trip = t.trip
    WHERE t.time > e.entry_time AND t.before_quantity - t.quantity > 1E-9 * t.before_quantity
    UNION ALL
    -- it vanished: the rest was closed since it was last seen
    SELECT e.symbol, e.side, e.trip, e.quantity, e.entry_price, e.mark_price, e.sign
    FROM ends AS e
    INNER JOIN grid AS g ON g.k = e.k + 1
),
closed AS (
    SELECT c.symbol, c.side, c.trip, COUNT(*) AS parts, SUM(c.quantity) AS quantity,
           CASE WHEN COUNT(*) = COUNT(c.entry_price) THEN SUM(c.quantity * c.entry_price) / NULLIF(SUM(c.quantity), 0E0) END AS entry_price,
           CASE WHEN COUNT(*) = COUNT(c.exit_price) THEN SUM(c.quantity * c.exit_price) / NULLIF(SUM(c.quantity), 0E0) END AS exit_price,
           CASE WHEN COUNT(*) = COUNT(c.exit_price - c.entry_price) THEN SUM(c.sign * c.quantity * (c.exit_price - c.entry_price)) END AS pnl,
           MAX(c.sign) AS sign
    FROM closings AS c
    GROUP BY c.symbol, c.side, c.trip
),
opposite AS (
    SELECT DISTINCT p.time, p.symbol, p.side FROM seen AS p
)
SELECT e.entry_time, g.time AS exit_time, e.symbol, e.side,
       CASE WHEN g.time IS NULL THEN 'still open' WHEN o.time IS NOT NULL THEN 'turned' ELSE 'vanished' END AS ended,
       e.snapshots, COALESCE(c.parts, 0) AS parts, COALESCE(c.quantity, 0E0) AS quantity_closed, e.largest AS quantity_most,
       e.leverage, COALESCE(c.entry_price, e.entry_price) AS entry_price, c.exit_price,
       c.pnl,
       c.sign * (c.exit_price / NULLIF(c.entry_price, 0E0) - 1E0) AS pnl_fraction
FROM ends AS e
CROSS JOIN scope AS s
LEFT JOIN grid AS g ON g.k = e.k + 1
LEFT JOIN closed AS c ON c.symbol = e.symbol AND c.side = e.side AND c.trip = e.trip
LEFT JOIN opposite AS o ON o.time = g.time AND o.symbol = e.symbol AND o.side <> e.side
WHERE g.time IS NULL OR g.time >= s.from_time
ORDER BY e.entry_time, e.symbol, e.side NULLS LAST
