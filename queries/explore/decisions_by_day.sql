-- A row is a day (UTC): how many decisions the agent made on it, and how many of each action.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT d.day, COUNT(*) AS decisions, COUNT(*) FILTER (WHERE d.action = 'open_long') AS open_long,
       COUNT(*) FILTER (WHERE d.action = 'open_short') AS open_short, COUNT(*) FILTER (WHERE d.action = 'close_long') AS close_long,
       COUNT(*) FILTER (WHERE d.action = 'close_short') AS close_short, COUNT(*) FILTER (WHERE d.action = 'hold') AS hold,
       COUNT(*) FILTER (WHERE d.action = 'wait') AS wait
FROM decisions AS d
CROSS JOIN scope AS s
WHERE d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
  AND d.time >= s.from_time AND d.time < s.to_time
GROUP BY d.day
ORDER BY d.day NULLS LAST
