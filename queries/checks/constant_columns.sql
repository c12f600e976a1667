-- A row is a column that ought to move and has one value only.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
seen AS (
    SELECT 'confidence' AS subject, MIN(c.confidence) AS least, MAX(c.confidence) AS most, COUNT(c.confidence) AS n
    FROM confidence AS c
    CROSS JOIN scope AS s
    WHERE c.system = s.system AND c.agent = s.agent AND c.environment = s.environment
      AND c.time >= s.from_time AND c.time < s.to_time
    UNION ALL
    SELECT 'confidence of decisions' AS subject, MIN(d.confidence) AS least, MAX(d.confidence) AS most, COUNT(d.confidence) AS n
    FROM decisions AS d
    CROSS JOIN scope AS s
    WHERE d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
      AND d.time >= s.from_time AND d.time < s.to_time
    UNION ALL
    SELECT 'result of trades' AS subject, MIN(t.pnl_fraction) AS least, MAX(t.pnl_fraction) AS most, COUNT(t.pnl_fraction) AS n
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.time >= s.from_time AND t.time < s.to_time
    UNION ALL
    SELECT 'equity' AS subject, MIN(e.value) AS least, MAX(e.value) AS most, COUNT(e.value) AS n
    FROM equity AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
    UNION ALL
    SELECT 'news sentiment' AS subject, MIN(w.sentiment) AS least, MAX(w.sentiment) AS most, COUNT(w.sentiment) AS n
    FROM news AS w
    CROSS JOIN scope AS s
    WHERE w.system = s.system AND w.agent = s.agent AND w.environment = s.environment
      AND w.time >= s.from_time AND w.time < s.to_time
)
SELECT 'warning' AS severity, subject,
       'all ' || CAST(n AS VARCHAR) || ' values are ' || CAST(CAST(least AS DECIMAL(18,4)) AS VARCHAR)
           || ': its source may have stopped working' AS finding,
       n
FROM seen
WHERE n >= 20 AND least = most
ORDER BY subject
