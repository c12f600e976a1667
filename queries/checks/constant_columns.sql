-- A row is a column that ought to move and has one value only, or the finding that monitored series were never seen to move from 0.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
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
    UNION ALL
    SELECT 'duration of retrainings' AS subject, MIN(r.duration_seconds) AS least, MAX(r.duration_seconds) AS most, COUNT(r.duration_seconds) AS n
    FROM retrainings AS r
    CROSS JOIN scope AS s
    WHERE r.system = s.system AND r.agent = s.agent AND r.environment = s.environment
      AND r.time >= s.from_time AND r.time < s.to_time
    UNION ALL
    SELECT 'closes of candles, ' || k.symbol AS subject, MIN(k.close) AS least, MAX(k.close) AS most, COUNT(k.close) AS n
    FROM candles AS k
    CROSS JOIN scope AS s
    WHERE k.system = s.system AND k.agent = s.agent AND k.environment = s.environment
      AND k.time >= s.from_time AND k.time < s.to_time
    GROUP BY k.symbol
),
zeros AS (
    SELECT x.metric, COUNT(*) AS n
    FROM samples AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time AND x.value IS NOT NULL
    GROUP BY x.metric
    HAVING COUNT(*) >= 20 AND MIN(x.value) = 0E0 AND MAX(x.value) = 0E0
),
ranked AS (
    SELECT metric, n, ROW_NUMBER() OVER (ORDER BY metric NULLS LAST) AS k FROM zeros
)
SELECT 'warning' AS severity, subject,
       'all ' || CAST(n AS VARCHAR(40)) || ' values are ' || CAST(CAST(least AS DECIMAL(18,4)) AS VARCHAR(40))
           || ': its source may have stopped working' AS finding,
       n
FROM seen
WHERE n >= 20 AND least = most
UNION ALL
SELECT 'info', 'monitored series',
       'always 0 in ' || CAST(MAX(n) AS VARCHAR(40)) || ' readings: ' || MAX(metric) FILTER (WHERE k = 1)
           || COALESCE(', ' || MAX(metric) FILTER (WHERE k = 2), '')
           || COALESCE(', ' || MAX(metric) FILTER (WHERE k = 3), '')
           || COALESCE(', ' || MAX(metric) FILTER (WHERE k = 4), '')
           || COALESCE(', ' || MAX(metric) FILTER (WHERE k = 5), '')
           || COALESCE(', ' || MAX(metric) FILTER (WHERE k = 6), '')
           || COALESCE(', ' || MAX(metric) FILTER (WHERE k = 7), '')
           || COALESCE(', ' || MAX(metric) FILTER (WHERE k = 8), '')
           || CASE WHEN COUNT(*) > 8 THEN ' and ' || CAST(COUNT(*) - 8 AS VARCHAR(40)) || ' more' ELSE '' END
           || '. They were never observed; that is not the same as perfect',
       CAST(COUNT(*) AS BIGINT)
FROM ranked
HAVING COUNT(*) > 0
ORDER BY subject NULLS LAST
