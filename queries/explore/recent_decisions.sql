-- A row is one of the last 20 decisions of the period in full, the newest first: what it wanted, why, and whether it was done.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT d.time, d.cycle, d.symbol, d.action, d.confidence, d.leverage, d.size, d.stop_loss, d.take_profit,
       CASE WHEN d.executed THEN 'yes' WHEN NOT d.executed THEN 'no' END AS executed, d.error, SUBSTR(d.reason, 1, 300) AS reason
FROM decisions AS d
CROSS JOIN scope AS s
WHERE d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
  AND d.time >= s.from_time AND d.time < s.to_time
ORDER BY d.time DESC, d.id DESC
LIMIT 20
