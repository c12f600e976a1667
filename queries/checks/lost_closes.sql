-- A row is the finding that positions vanished from the bot's snapshots and no trade or decision closed them.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
seen AS (
    SELECT p.time, p.symbol, p.side, MAX(p.entry_price) AS entry_price, MAX(p.quantity) AS quantity
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment
      AND p.time >= s.from_time - INTERVAL '1' DAY AND p.time < s.to_time
      AND COALESCE(p.status, 'open') = 'open' AND p.quantity > 0 AND p.side IS NOT NULL AND p.symbol IS NOT NULL
    GROUP BY p.time, p.symbol, p.side
),
-- a table of one row a position, as it stands, is no series of snapshots
kinds AS (
    SELECT DISTINCT p.symbol, p.side, p.entry_price FROM seen AS p
),
watched AS (
    SELECT 1 AS yes
    FROM seen
    HAVING 2 * COUNT(*) >= 3 * (SELECT COUNT(*) FROM kinds)
),
grid AS (
    SELECT g.time, ROW_NUMBER() OVER (ORDER BY g.time NULLS LAST) AS k, LEAD(g.time) OVER (ORDER BY g.time NULLS LAST) AS after
    FROM (
        SELECT x.time
        FROM events AS x
        CROSS JOIN scope AS s
        WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
          AND x.time >= s.from_time - INTERVAL '1' DAY AND x.time < s.to_time AND x.kind = 'cycle'
        UNION
        SELECT time FROM seen
    ) AS g
),
linked AS (
    SELECT g.k, g.after, p.time, p.symbol, p.side, LEAD(g.k) OVER series AS next_k,
           LEAD(p.entry_price) OVER series = p.entry_price AND LEAD(p.quantity) OVER series = p.quantity AS same
    FROM seen AS p
    CROSS JOIN watched AS w
    INNER JOIN grid AS g ON g.time = p.time
    WINDOW series AS (PARTITION BY p.symbol, p.side ORDER BY p.time NULLS LAST)
),
vanished AS (
    SELECT l.time, l.after, l.symbol, l.side
    FROM linked AS l
    CROSS JOIN scope AS s
    WHERE l.after >= s.from_time AND (l.next_k IS NULL OR (l.next_k > l.k + 1 AND NOT COALESCE(l.same, FALSE)))
),
records AS (
    SELECT COUNT(*) AS n
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment AND t.time < s.to_time
),
closes AS (
    SELECT t.symbol, t.side, t.exit_time AS time
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.exit_time >= s.from_time - INTERVAL '2' DAY AND t.exit_time < s.to_time
    UNION ALL
    -- who keeps no trades says by its decisions what it closed
    SELECT d.symbol, SUBSTRING(d.action, 7), d.time
    FROM decisions AS d
    CROSS JOIN scope AS s
    CROSS JOIN records AS r
    WHERE r.n = 0 AND d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
      AND d.time >= s.from_time - INTERVAL '2' DAY AND d.time < s.to_time
      AND d.action IN ('close_long', 'close_short') AND COALESCE(d.executed, TRUE)
),
matched AS (
    SELECT v.time, v.after, v.symbol, v.side, COUNT(c.time) AS closes
    FROM vanished AS v
    LEFT JOIN closes AS c
        ON c.symbol = v.symbol AND c.side = v.side
       AND c.time >= v.time - INTERVAL '1' MINUTE AND c.time <= v.after + INTERVAL '1' MINUTE
    GROUP BY v.time, v.after, v.symbol, v.side
),
counted AS (
    SELECT COUNT(*) FILTER (WHERE closes = 0) AS lost, COUNT(*) AS n,
           MAX_BY(symbol || ' ' || side, time) FILTER (WHERE closes = 0 AND symbol || ' ' || side IS NOT NULL) AS example, MAX(time) FILTER (WHERE closes = 0) AS example_time
    FROM matched
)
SELECT 'warning' AS severity, 'closes' AS subject,
       CAST(lost AS VARCHAR(40)) || ' of ' || CAST(n AS VARCHAR(40))
           || CASE WHEN n = 1 THEN ' position that vanished has' ELSE ' positions that vanished have' END
           || ' no recorded close, such as ' || example || ', last seen ' || SUBSTRING(CAST(example_time AS VARCHAR(40)), 1, 16)
           || ': closed at the exchange, or while the bot was down; see explore/trades_from_positions' AS finding,
       lost AS n
FROM counted
WHERE lost > 0
