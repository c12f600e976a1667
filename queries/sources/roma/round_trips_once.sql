-- A trade of the bot's own history goes where a closed one, rebuilt from fills, is published for the same symbol, side and time.
DELETE FROM staged.trades AS r
WHERE r.system IS NULL AND r.id NOT LIKE 'fills %'
  AND EXISTS (
    SELECT 1
    FROM stored.trades AS o
    WHERE o.system = 'roma' AND o.id LIKE 'fills %' AND o.exit_time IS NOT NULL
      AND o.agent = r.agent AND o.symbol_written = r.symbol_written AND o.side = r.side
      AND COALESCE(o.entry_time, o.exit_time) <= COALESCE(r.exit_time, r.time) + INTERVAL 1 MINUTE
      AND o.exit_time >= COALESCE(r.entry_time, r.time) - INTERVAL 1 MINUTE
  )
