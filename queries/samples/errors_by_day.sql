-- A row is how many errors, and failed calls of the exchange, the agent has on one UTC day of the period; days without errors have no row.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT CAST(e.day AS VARCHAR(10)) AS day, COUNT_IF(e.kind = 'error') AS n, COUNT_IF(e.kind = 'exchange_api_call') AS failed_calls
FROM events AS e
CROSS JOIN scope AS s
WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
  AND e.time >= s.from_time AND e.time < s.to_time
  AND (e.kind = 'error' OR (e.kind = 'exchange_api_call' AND e.level IN ('ERROR', 'CRITICAL')))
GROUP BY e.day
ORDER BY e.day NULLS LAST
