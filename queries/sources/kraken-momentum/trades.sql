-- A row is one closed trade. The bot's P&L is price difference times size; it does not write the fees of its trades, and a
-- fee of 0 is the table's default.
INSERT INTO staged.trades BY NAME
WITH read AS (
    SELECT r.*, t.file, t.agent, raw.time_in(r.entry_time, 'UTC') AS opened, raw.time_in(r.exit_time, 'UTC') AS closed,
           CASE lower(CAST(r.side AS VARCHAR)) WHEN 'short' THEN 'short' WHEN 'sell' THEN 'short' ELSE 'long' END AS direction,
           NULLIF(raw.number(r.fees), 0) AS fee_paid
    FROM raw.trades AS r CROSS JOIN raw.told AS t
    WHERE raw.time_in(r.entry_time, 'UTC') IS NOT NULL
)
SELECT
    COALESCE(CAST(trade_id AS VARCHAR), epoch_us(opened) || '-' || CAST(id AS VARCHAR)) AS id, opened AS time, agent,
    'kraken' AS exchange, CAST(pair AS VARCHAR) AS symbol_written, file,
    direction AS side, opened AS entry_time, closed AS exit_time, CAST(closed AS DATE) AS exit_day,
    raw.number(size) AS quantity, raw.number(entry_price) AS entry_price, raw.number(exit_price) AS exit_price,
    CASE WHEN closed IS NOT NULL THEN raw.number(pnl) - COALESCE(fee_paid, 0) END AS pnl,
    CASE WHEN fee_paid IS NULL THEN 'gross' ELSE 'net' END AS pnl_basis,
    raw.quote_currency(CAST(pair AS VARCHAR)) AS pnl_currency,
    raw.number(pnl_percent) / 100 AS pnl_fraction,
    fee_paid AS fee,
    raw.number(pnl) AS pnl_reported, 'price difference times size, without fees' AS pnl_reported_as,
    CAST(exit_reason AS VARCHAR) AS close_reason, 1 AS parts
FROM read
