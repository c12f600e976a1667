-- A row is a line of a futures history, its numbers without the coins' names behind them.
CREATE OR REPLACE TABLE raw.binance_futures_read AS
SELECT
    file, line, position, upper(trim(symbol)) AS symbol, lower(trim(side)) AS side, lower(NULLIF(trim(position_side), '')) AS position_side,
    raw.binance_time(COALESCE(date_utc, time_utc), COALESCE(time, date)) AS filled_at,
    raw.binance_number(price) AS price, raw.binance_number(quantity) AS quantity, raw.binance_number(fee) AS fee,
    COALESCE(raw.binance_coin(fee), NULLIF(upper(trim(quote_asset)), ''), raw.quote_currency(symbol)) AS fee_currency,
    raw.binance_number(realized_profit) AS realised,
    trade_id, order_id, fee AS fee_written,
    concat_ws('|', COALESCE(date_utc, time_utc, time, date), symbol, upper(side), price, quantity, fee, realized_profit) AS content
FROM raw.binance_futures
