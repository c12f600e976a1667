-- A row is a source of the signals that the bot heard in the period, as its log says it: how many, and what came next of them.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
heard AS (
    SELECT e.kind, e.message, e.time, LEAD(e.kind) OVER (ORDER BY e.time_us NULLS LAST, e.id) AS kind_after
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.kind IN ('signal_received', 'signal_duplicate', 'signal_parse_failed', 'order_created')
)
SELECT SUBSTR(REPLACE(COALESCE(h.message, 'not said'), '[signal_received] ', ''), 1, 60) AS source, COUNT(*) AS heard,
       COUNT_IF(h.kind_after = 'order_created') AS orders, COUNT_IF(h.kind_after = 'signal_parse_failed') AS parse_failures,
       COUNT_IF(h.kind_after = 'signal_duplicate') AS duplicates,
       COUNT_IF(COALESCE(h.kind_after, 'signal_received') = 'signal_received') AS nothing_known, MAX(h.time) AS newest
FROM heard AS h
WHERE h.kind = 'signal_received'
GROUP BY SUBSTR(REPLACE(COALESCE(h.message, 'not said'), '[signal_received] ', ''), 1, 60)
ORDER BY COUNT(*) DESC, SUBSTR(REPLACE(COALESCE(h.message, 'not said'), '[signal_received] ', ''), 1, 60) NULLS LAST
LIMIT 20
