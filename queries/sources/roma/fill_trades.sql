-- A fill is told which trade it belongs to.
UPDATE staged.fills AS f
SET trade_id = l.trade
FROM raw.roma_legs AS l
JOIN staged.trades AS t ON t.system IS NULL AND t.agent = l.agent AND t.id = l.trade
WHERE f.system IS NULL AND f.agent = l.agent AND f.id = l.fill
