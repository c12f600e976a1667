-- A row is one of the last 20 retraining runs of the period, the newest first.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT r.time, r.symbol, r.timeframe, r.trigger, r.status, r.duration_seconds, r.confidence_after, r.accuracy, r.error
FROM retrainings AS r
CROSS JOIN scope AS s
WHERE r.system = s.system AND r.agent = s.agent AND r.environment = s.environment
  AND r.time >= s.from_time AND r.time < s.to_time
ORDER BY r.time DESC, r.id
LIMIT 20
