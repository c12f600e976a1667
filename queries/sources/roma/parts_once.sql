-- The closing records of a trade that went go with it.
DELETE FROM staged.fills AS f
WHERE f.system IS NULL AND f.side IN ('long', 'short')
  AND NOT EXISTS (
    SELECT 1 FROM staged.trades AS t WHERE t.system IS NULL AND t.agent = f.agent AND t.id = f.trade_id
  )
