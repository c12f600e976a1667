-- A row is a line of a spot history, its numbers without the coins' names behind them. A coin's name may begin with digits
-- (10.01INCH): it is what the pair has before the coin that it is priced in.
CREATE OR REPLACE TABLE raw.binance_spot_read AS
WITH named AS (
    SELECT r.*, upper(regexp_replace(pair, '[/_-]', '')) AS joined,
           raw.binance_coin(amount) AS quote
    FROM raw.binance_spot AS r
),
based AS (
    SELECT *, CASE WHEN quote IS NOT NULL AND ends_with(joined, quote) THEN substr(joined, 1, length(joined) - length(quote)) END AS base
    FROM named
)
SELECT
    file, line, position, pair, joined, base, quote, lower(trim(side)) AS side,
    raw.binance_time(COALESCE(date_utc, time_utc), COALESCE(time, date)) AS filled_at,
    raw.binance_number(price) AS price,
    CASE WHEN base IS NOT NULL AND ends_with(upper(trim(executed)), base)
         THEN raw.number(replace(substr(trim(executed), 1, length(trim(executed)) - length(base)), ',', ''))
         ELSE raw.binance_number(executed) END AS quantity,
    CASE WHEN base IS NOT NULL AND ends_with(upper(trim(fee)), base)
         THEN raw.number(replace(substr(trim(fee), 1, length(trim(fee)) - length(base)), ',', ''))
         ELSE raw.binance_number(fee) END AS fee,
    CASE WHEN fee_coin IS NOT NULL THEN upper(trim(fee_coin))
         WHEN base IS NOT NULL AND ends_with(upper(trim(fee)), base) THEN base
         ELSE raw.binance_coin(fee) END AS fee_currency,
    fee AS fee_written,
    concat_ws('|', COALESCE(date_utc, time_utc, time, date), joined, upper(side), price, executed, fee) AS content
FROM based
