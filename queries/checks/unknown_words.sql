-- A row is a column that holds words outside its vocabulary.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
words AS (
    SELECT 'actions' AS subject, x.action AS word, COUNT(*) AS n,
           x.action IN ('open_long', 'open_short', 'close_long', 'close_short', 'hold', 'wait') AS known
    FROM decisions AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
      AND x.action IS NOT NULL
    GROUP BY x.action
    UNION ALL
    SELECT 'sides of trades', x.side, COUNT(*), x.side IN ('long', 'short')
    FROM trades AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
      AND x.side IS NOT NULL
    GROUP BY x.side
    UNION ALL
    SELECT 'sides of positions', x.side, COUNT(*), x.side IN ('long', 'short')
    FROM positions AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
      AND x.side IS NOT NULL
    GROUP BY x.side
    UNION ALL
    SELECT 'status of orders', COALESCE(x.status_written, x.status), COUNT(*),
           x.status IN ('pending', 'submitted', 'partially_filled', 'filled', 'cancelled', 'rejected', 'expired', 'failed')
               OR LOWER(x.status_written) = 'unknown'
    FROM orders AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
      AND x.status IS NOT NULL
    GROUP BY x.status, x.status_written
    UNION ALL
    SELECT 'status of retrainings', x.status, COUNT(*), x.status IN ('success', 'below_target', 'error', 'in_progress')
    FROM retrainings AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
      AND x.status IS NOT NULL
    GROUP BY x.status
    UNION ALL
    SELECT 'modes', x.mode, COUNT(*), x.system <> 'playbook' OR x.mode IN ('LEARNING', 'TRADING')
    FROM modes AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
      AND x.mode IS NOT NULL
    GROUP BY x.mode, x.system
    UNION ALL
    SELECT 'levels of events', x.level, COUNT(*), x.level IN ('DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL')
    FROM events AS x
    CROSS JOIN scope AS s
    WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
      AND x.time >= s.from_time AND x.time < s.to_time
      AND x.level IS NOT NULL
    GROUP BY x.level
    UNION ALL
    SELECT 'environment', s.environment, CAST(1 AS BIGINT),
           s.environment IN ('live', 'paper', 'testnet', 'backtest', 'unknown')
    FROM scope AS s
    WHERE s.environment IS NOT NULL
),
ranked AS (
    SELECT subject, word, n, ROW_NUMBER() OVER (PARTITION BY subject ORDER BY n DESC NULLS LAST, word NULLS LAST) AS k
    FROM words
    WHERE NOT known
)
SELECT 'warning' AS severity, subject,
       CAST(SUM(n) AS VARCHAR(40)) || CASE WHEN SUM(n) = 1 THEN ' row has a word' ELSE ' rows have words' END
           || ' that the vocabulary does not know, such as ' || MAX('"' || SUBSTRING(word, 1, 40) || '"') FILTER (WHERE k = 1)
           || COALESCE(', ' || MAX('"' || SUBSTRING(word, 1, 40) || '"') FILTER (WHERE k = 2), '')
           || COALESCE(', ' || MAX('"' || SUBSTRING(word, 1, 40) || '"') FILTER (WHERE k = 3), '')
           || ': figures by this column leave them out' AS finding,
       CAST(SUM(n) AS BIGINT) AS n
FROM ranked
GROUP BY subject
ORDER BY subject
