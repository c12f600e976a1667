-- A row is an action that opens: how often it was decided in the period, on how many days, how many of these decisions a recorded trade names as its own, and the confidence of those and of the others.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
traded AS (
    SELECT DISTINCT t.decision_id AS id
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment AND t.decision_id IS NOT NULL
)
SELECT d.action, COUNT(*) AS signals, COUNT(DISTINCT d.day) AS days, COUNT(t.id) AS became_trades,
       COUNT(*) - COUNT(t.id) AS not_taken, CAST(COUNT(t.id) AS DOUBLE) / NULLIF(CAST(COUNT(*) AS DOUBLE), 0E0) AS taken_share,
       AVG(CASE WHEN t.id IS NOT NULL THEN d.confidence END) AS confidence_taken,
       AVG(CASE WHEN t.id IS NULL THEN d.confidence END) AS confidence_not_taken
FROM decisions AS d
CROSS JOIN scope AS s
LEFT JOIN traded AS t ON t.id = d.id
WHERE d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
  AND d.time >= s.from_time AND d.time < s.to_time AND d.action IN ('open_long', 'open_short')
  AND EXISTS (SELECT 1 FROM traded)
GROUP BY d.action
ORDER BY d.action NULLS LAST
