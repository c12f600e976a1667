-- A row is a symbol and timeframe, with its retraining runs of the period and what they reached.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT r.symbol, r.timeframe, COUNT(*) AS runs, COUNT_IF(r.status = 'success') AS success,
       COUNT_IF(r.status = 'below_target') AS below_target, COUNT_IF(r.status = 'error') AS error,
       AVG(r.confidence_after) AS confidence_after,
       COUNT_IF(r.confidence_after < 8E-1) AS below_80_percent,
       AVG(r.accuracy) AS validation_accuracy, MAX(r.time) AS newest
FROM retrainings AS r
CROSS JOIN scope AS s
WHERE r.system = s.system AND r.agent = s.agent AND r.environment = s.environment
  AND r.time >= s.from_time AND r.time < s.to_time
GROUP BY r.symbol, r.timeframe
ORDER BY r.symbol NULLS LAST, r.timeframe NULLS LAST
