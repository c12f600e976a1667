-- A row is one closing record of the bot in the period, a partial close too, with its own figure, in time order.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT f.time, f.symbol, f.side, f.pnl_reported
FROM fills AS f
CROSS JOIN scope AS s
WHERE f.system = s.system AND f.agent = s.agent AND f.environment = s.environment
  AND f.time >= s.from_time AND f.time < s.to_time AND f.role = 'close' AND f.pnl_reported IS NOT NULL
ORDER BY f.time, f.id
