-- A trade rebuilt from fills goes where the bot's own history has a trade of the same symbol and side at that time: a position
-- counts once.
DELETE FROM staged.trades AS r
WHERE r.system IS NULL AND r.id LIKE 'fills %'
  AND EXISTS (
    SELECT 1
    FROM (
        SELECT agent, id, symbol_written, side, entry_time, exit_time FROM staged.trades WHERE system IS NULL
        UNION ALL
        SELECT agent, id, symbol_written, side, entry_time, exit_time FROM stored.trades WHERE system = 'roma'
    ) AS o
    WHERE o.id NOT LIKE 'fills %' AND o.agent = r.agent AND o.symbol_written = r.symbol_written AND o.side = r.side
      AND COALESCE(o.entry_time, o.exit_time) <= COALESCE(r.exit_time, r.time) + INTERVAL 1 MINUTE
      AND COALESCE(o.exit_time, o.entry_time) >= COALESCE(r.entry_time, r.time) - INTERVAL 1 MINUTE
  )
