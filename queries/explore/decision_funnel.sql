-- A row is one action: how often it was decided, executed and failed in the period, and the confidence stated, as fractions.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT d.action, COUNT(*) AS decided, COUNT(*) FILTER (WHERE d.executed) AS executed,
       COUNT(*) FILTER (WHERE NOT d.executed) AS failed, COUNT(*) FILTER (WHERE d.executed IS NULL) AS not_known,
       CAST(COUNT(*) AS DOUBLE) / NULLIF(SUM(CAST(COUNT(*) AS DOUBLE)) OVER (), 0E0) AS share,
       COUNT(d.confidence) AS with_confidence, AVG(d.confidence) AS average_confidence
FROM decisions AS d
CROSS JOIN scope AS s
WHERE d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
  AND d.time >= s.from_time AND d.time < s.to_time
GROUP BY d.action
ORDER BY COUNT(*) DESC, d.action NULLS LAST
