-- A row is a table with values that cannot be.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
found AS (
    SELECT 'trades' AS subject, 'a confidence outside 0 to 1' AS what, COUNT(*) AS n, MIN(t.id) AS example
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.time >= s.from_time AND t.time < s.to_time AND (t.confidence < 0E0 OR t.confidence > 1E0)
    UNION ALL
    SELECT 'decisions' AS subject, 'a confidence outside 0 to 1' AS what, COUNT(*) AS n, MIN(d.id) AS example
    FROM decisions AS d
    CROSS JOIN scope AS s
    WHERE d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
      AND d.time >= s.from_time AND d.time < s.to_time AND (d.confidence < 0E0 OR d.confidence > 1E0)
    UNION ALL
    SELECT 'confidence' AS subject, 'a confidence outside 0 to 1' AS what, COUNT(*) AS n, MIN(c.id) AS example
    FROM confidence AS c
    CROSS JOIN scope AS s
    WHERE c.system = s.system AND c.agent = s.agent AND c.environment = s.environment
      AND c.time >= s.from_time AND c.time < s.to_time AND (c.confidence < 0E0 OR c.confidence > 1E0)
    UNION ALL
    SELECT 'trades' AS subject, 'a price that is not positive' AS what, COUNT(*) AS n, MIN(t.id) AS example
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.time >= s.from_time AND t.time < s.to_time AND (t.entry_price <= 0E0 OR t.exit_price <= 0E0)
    UNION ALL
    SELECT 'candles' AS subject, 'a price that is not positive, or a high and low that do not hold open and close' AS what, COUNT(*) AS n, MIN(k.id) AS example
    FROM candles AS k
    CROSS JOIN scope AS s
    WHERE k.system = s.system AND k.agent = s.agent AND k.environment = s.environment
      AND k.time >= s.from_time AND k.time < s.to_time AND (k.open <= 0E0 OR k.high <= 0E0 OR k.low <= 0E0 OR k.close <= 0E0 OR k.high < k.low
        OR k.high < k.open OR k.high < k.close OR k.low > k.open OR k.low > k.close)
    UNION ALL
    SELECT 'trades' AS subject, 'a negative quantity' AS what, COUNT(*) AS n, MIN(t.id) AS example
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.time >= s.from_time AND t.time < s.to_time AND (t.quantity < 0E0)
    UNION ALL
    SELECT 'trades' AS subject, 'an exit before the entry' AS what, COUNT(*) AS n, MIN(t.id) AS example
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.time >= s.from_time AND t.time < s.to_time AND (t.exit_time < t.entry_time)
    UNION ALL
    SELECT 'equity' AS subject, 'a value that is not positive' AS what, COUNT(*) AS n, MIN(e.id) AS example
    FROM equity AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time AND (e.value <= 0E0)
    UNION ALL
    SELECT 'retrainings' AS subject, 'a negative duration' AS what, COUNT(*) AS n, MIN(r.id) AS example
    FROM retrainings AS r
    CROSS JOIN scope AS s
    WHERE r.system = s.system AND r.agent = s.agent AND r.environment = s.environment
      AND r.time >= s.from_time AND r.time < s.to_time AND (r.duration_seconds < 0E0 OR r.completed < r.started)
    UNION ALL
    SELECT 'equity' AS subject, 'a negative free balance' AS what, COUNT(*) AS n, MIN(e.id) AS example
    FROM equity AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time AND (e.available < 0E0)
    UNION ALL
    SELECT 'retrainings' AS subject, 'an accuracy or confidence outside 0 to 1' AS what, COUNT(*) AS n, MIN(r.id) AS example
    FROM retrainings AS r
    CROSS JOIN scope AS s
    WHERE r.system = s.system AND r.agent = s.agent AND r.environment = s.environment
      AND r.time >= s.from_time AND r.time < s.to_time AND (r.accuracy < 0E0 OR r.accuracy > 1E0 OR r.confidence_after < 0E0 OR r.confidence_after > 1E0)
    UNION ALL
    SELECT 'news' AS subject, 'a sentiment outside -1 to 1' AS what, COUNT(*) AS n, MIN(w.id) AS example
    FROM news AS w
    CROSS JOIN scope AS s
    WHERE w.system = s.system AND w.agent = s.agent AND w.environment = s.environment
      AND w.time >= s.from_time AND w.time < s.to_time AND (w.sentiment < -1E0 OR w.sentiment > 1E0)
    UNION ALL
    SELECT 'positions' AS subject, 'a quantity or price that is not positive' AS what, COUNT(*) AS n, MIN(p.id) AS example
    FROM positions AS p
    CROSS JOIN scope AS s
    WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment
      AND p.time >= s.from_time AND p.time < s.to_time AND COALESCE(p.status, 'open') = 'open'
      AND (p.quantity <= 0 OR p.entry_price <= 0E0 OR p.mark_price <= 0E0)
    UNION ALL
    SELECT 'orders' AS subject, 'more filled than ordered, or a quantity below 0' AS what, COUNT(*) AS n, MIN(o.id) AS example
    FROM orders AS o
    CROSS JOIN scope AS s
    WHERE o.system = s.system AND o.agent = s.agent AND o.environment = s.environment
      AND o.time >= s.from_time AND o.time < s.to_time AND (o.filled > o.quantity OR o.quantity < 0 OR o.filled < 0)
)
SELECT 'error' AS severity, subject,
       CAST(n AS VARCHAR(40)) || ' rows have ' || what || ', such as id ' || example AS finding, n
FROM found
WHERE n > 0
ORDER BY subject, what
