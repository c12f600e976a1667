-- A row is one thing that happened, of the kind asked for: an error, an order, a closed trade, a change of mode. value is 1, or what the kind is valued by.
WITH scope AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time,
           CAST(? AS VARCHAR) AS thing, CAST(? AS VARCHAR) AS label, CAST(? AS VARCHAR) AS label_value, CAST(? AS VARCHAR) AS filter
),
turns AS (
    SELECT m.system, m.agent, m.environment, m.time, m.mode, m.symbol, m.timeframe,
           LAG(m.mode) OVER (PARTITION BY m.system, m.agent, m.environment, m.symbol, m.timeframe ORDER BY m.time, m.id) AS before
    FROM modes AS m
    CROSS JOIN scope AS s
    WHERE s.thing = 'mode changes' AND m.system = s.system AND m.agent = s.agent AND m.environment = s.environment AND m.mode IS NOT NULL
),
things AS (
    SELECT 'errors' AS thing, system, agent, environment, time, 1E0 AS value, '' AS part, message, kind, level FROM events WHERE kind = 'error'
    UNION ALL SELECT 'events', system, agent, environment, time, 1E0, '', message, kind, level FROM events
    UNION ALL SELECT 'alerts', system, agent, environment, time, 1E0, '', message, kind, level FROM events WHERE kind = 'alert'
    UNION ALL SELECT 'cycles', system, agent, environment, time, 1E0, '', message, kind, level FROM events WHERE kind = 'cycle'
    UNION ALL SELECT 'decisions', system, agent, environment, time, 1E0, '', reason, '', '' FROM decisions
    UNION ALL SELECT 'failed decisions', system, agent, environment, time, CASE WHEN executed THEN 0E0 ELSE 1E0 END, '', error, '', ''
        FROM decisions WHERE executed IS NOT NULL
    UNION ALL SELECT 'trades', system, agent, environment, exit_time, pnl, '', close_reason, '', ''
        FROM trades WHERE exit_time IS NOT NULL AND pnl IS NOT NULL AND pnl_basis IN ('net', 'gross', 'modelled')
    UNION ALL SELECT 'entries', system, agent, environment, entry_time, 1E0, '', '', '', '' FROM trades WHERE entry_time IS NOT NULL
    UNION ALL SELECT 'wins', system, agent, environment, exit_time, CASE WHEN COALESCE(pnl, pnl_fraction) > 0E0 THEN 1E0 ELSE 0E0 END,
                     '', close_reason, '', ''
        FROM trades WHERE exit_time IS NOT NULL AND COALESCE(pnl, pnl_fraction) IS NOT NULL
    UNION ALL SELECT 'orders', system, agent, environment, time, 1E0, '', status, '', '' FROM orders
    UNION ALL SELECT 'failed orders', system, agent, environment, time, CASE WHEN status IN ('failed', 'rejected') THEN 1E0 ELSE 0E0 END,
                     '', status, '', '' FROM orders
    UNION ALL SELECT 'retrainings', system, agent, environment, time, 1E0, '', '', '', '' FROM retrainings
    UNION ALL SELECT 'successful retrainings', system, agent, environment, time, CASE WHEN status = 'success' THEN 1E0 ELSE 0E0 END,
                     '', '', '', '' FROM retrainings WHERE status <> 'in_progress'
    UNION ALL SELECT 'mode changes', system, agent, environment, time, 1E0, COALESCE(symbol, '') || ' ' || COALESCE(timeframe, ''),
                     '', '', '' FROM turns WHERE before <> mode
    UNION ALL SELECT 'confidence', system, agent, environment, time, confidence, '', '', '', '' FROM confidence WHERE confidence IS NOT NULL
    UNION ALL SELECT 'articles', system, agent, environment, time, 1E0, '', '', '', '' FROM news
    UNION ALL SELECT 'neutral articles', system, agent, environment, time, CASE WHEN sentiment = 0E0 THEN 1E0 ELSE 0E0 END, '', '', '', ''
        FROM news WHERE sentiment IS NOT NULL
    UNION ALL SELECT 'positive articles', system, agent, environment, time, CASE WHEN sentiment > 0E0 THEN 1E0 ELSE 0E0 END, '', '', '', ''
        FROM news WHERE sentiment <> 0E0
    UNION ALL SELECT 'sentiment strength', system, agent, environment, time, ABS(sentiment), '', '', '', '' FROM news WHERE sentiment IS NOT NULL
    UNION ALL SELECT 'candles', system, agent, environment, time, 1E0, '', '', '', '' FROM candles
    UNION ALL SELECT 'samples', system, agent, environment, time, 1E0, '', metric, '', '' FROM samples
)
SELECT t.time, t.value, t.part
FROM things AS t
CROSS JOIN scope AS s
WHERE t.thing = s.thing AND t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
  AND t.time >= s.from_time AND t.time < s.to_time
  AND (s.label = '' OR (s.label = 'kind' AND t.kind = s.label_value) OR (s.label = 'level' AND t.level = s.label_value))
  AND (s.filter = '' OR REGEXP_MATCHES(COALESCE(t.message, ''), s.filter))
ORDER BY t.time
