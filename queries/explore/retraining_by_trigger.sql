-- A row is a reason to retrain, with its runs of the period, how they ended and how long they took, the most frequent first.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT COALESCE(r.trigger, 'not recorded') AS trigger, COUNT(*) AS runs,
       COUNT_IF(r.status = 'success') AS success, COUNT_IF(r.status = 'below_target') AS below_target,
       COUNT_IF(r.status = 'error') AS error, COUNT_IF(r.status = 'in_progress') AS unfinished,
       AVG(r.duration_seconds) / 60E0 AS minutes, COUNT_IF(r.duration_seconds > 900E0) AS over_15_minutes,
       AVG(r.confidence_after) AS confidence_after
FROM retrainings AS r
CROSS JOIN scope AS s
WHERE r.system = s.system AND r.agent = s.agent AND r.environment = s.environment
  AND r.time >= s.from_time AND r.time < s.to_time
GROUP BY COALESCE(r.trigger, 'not recorded')
ORDER BY runs DESC, trigger
