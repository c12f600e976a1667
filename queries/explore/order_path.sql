-- A row is an order of the period: what became of it, and how many seconds each step took from the signal to its last answer.
-- The bot writes no order's number beside a signal: an order's signal is the one heard right before it, with no other order or
-- signal between.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
heard AS (
    SELECT e.correlation, e.kind, e.time_us, LAG(e.kind) OVER (ORDER BY e.time_us NULLS LAST, e.id) AS kind_before,
           LAG(e.time_us) OVER (ORDER BY e.time_us NULLS LAST, e.id) AS us_before
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time - INTERVAL '1' HOUR AND e.time < s.to_time
      AND e.kind IN ('signal_received', 'signal_duplicate', 'signal_parse_failed', 'order_created')
),
made AS (
    SELECT h.correlation, MIN(h.time_us) AS created_us, MIN(CASE WHEN h.kind_before = 'signal_received' THEN h.us_before END) AS signal_us
    FROM heard AS h
    WHERE h.kind = 'order_created' AND h.correlation IS NOT NULL
    GROUP BY h.correlation
),
told AS (
    SELECT e.correlation, MIN(CASE WHEN e.kind = 'order_submitted' THEN e.time_us END) AS submitted_us,
           MAX(CASE WHEN e.kind = 'order_status_reconciled' THEN e.time_us END) AS answered_us
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.kind IN ('order_submitted', 'order_status_reconciled') AND e.correlation IS NOT NULL
    GROUP BY e.correlation
)
SELECT o.time, o.id, o.symbol, COALESCE(o.strategy, '') AS source, o.status,
       CAST(o.filled AS DOUBLE) / NULLIF(CAST(o.quantity AS DOUBLE), 0E0) AS filled_share,
       (m.created_us - m.signal_us) / 1E6 AS signal_to_order, (t.submitted_us - m.created_us) / 1E6 AS order_to_exchange,
       (t.answered_us - t.submitted_us) / 1E6 AS exchange_to_answer, (t.answered_us - m.signal_us) / 1E6 AS signal_to_answer
FROM orders AS o
CROSS JOIN scope AS s
LEFT JOIN made AS m ON m.correlation = o.id
LEFT JOIN told AS t ON t.correlation = o.id
WHERE o.system = s.system AND o.agent = s.agent AND o.environment = s.environment
  AND o.time >= s.from_time AND o.time < s.to_time
ORDER BY o.time, o.id
