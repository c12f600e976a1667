-- A row is an hour of the period with errors or warnings in it, and how many of each level.
-- An error that its source tells of once more as a line of its log is one error.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
told AS (
    SELECT DISTINCT e.time, e.message
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time AND e.kind = 'error' AND e.message IS NOT NULL
)
SELECT DATE_TRUNC('hour', e.time) AS hour_begins, COUNT_IF(e.level = 'CRITICAL') AS critical, COUNT_IF(e.level = 'ERROR') AS error,
       COUNT_IF(e.level = 'WARNING') AS warning
FROM events AS e
CROSS JOIN scope AS s
LEFT JOIN told AS t ON t.time = e.time AND t.message = e.message AND e.kind <> 'error'
WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
  AND e.time >= s.from_time AND e.time < s.to_time
  AND e.level IN ('WARNING', 'ERROR', 'CRITICAL') AND t.time IS NULL
GROUP BY DATE_TRUNC('hour', e.time)
ORDER BY DATE_TRUNC('hour', e.time) DESC
LIMIT 48
