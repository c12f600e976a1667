-- A row is one closing record. After a part was closed the bot begins the rest anew, so a part is a trade of its own. Its P&L
-- is price difference times quantity, which has the leverage in it already; fees are not written anywhere.
INSERT INTO staged.trades BY NAME
SELECT
    concat_ws('-', epoch_us(r.exit_time), r.symbol, r.direction, r.quantity) AS id,
    COALESCE(r.entry_time, r.exit_time) AS time, t.agent, 'binance' AS exchange, r.symbol AS symbol_written, r.file,
    lower(r.direction) AS side, r.entry_time, r.exit_time, CAST(r.exit_time AS DATE) AS exit_day,
    r.quantity, r.entry_price, r.exit_price, r.leverage,
    r.pnl, 'gross' AS pnl_basis, 'USD' AS pnl_currency,
    CASE WHEN r.entry_price > 0 THEN (r.exit_price / r.entry_price - 1) * CASE lower(r.direction) WHEN 'short' THEN -1 ELSE 1 END END AS pnl_fraction,
    r.pnl AS pnl_reported, 'price difference times quantity, without fees' AS pnl_reported_as,
    r.close_reason, 1 AS parts
FROM raw.tradeseeker_trades AS r CROSS JOIN raw.told AS t
