-- A row is a line that cannot be used, or a fee that cannot.
WITH every AS (
    SELECT file, line, content, filled_at, side, price, quantity, fee, fee_written FROM raw.binance_spot_read
    UNION ALL
    SELECT file, line, content, filled_at, side, price, quantity, fee, fee_written FROM raw.binance_futures_read
),
judged AS (
    SELECT *, filled_at IS NULL OR COALESCE(side, '') NOT IN ('buy', 'sell') OR COALESCE(price, 0) <= 0 OR COALESCE(quantity, 0) <= 0 AS lost
    FROM every
)
SELECT file, line, CASE WHEN lost THEN content ELSE fee_written END AS value,
       CASE WHEN filled_at IS NULL THEN 'a time such as 2022-03-28 13:01:36 was expected; the line is left out'
            WHEN COALESCE(side, '') NOT IN ('buy', 'sell') THEN 'side: BUY or SELL was expected; the line is left out'
            WHEN lost THEN 'price and quantity: numbers above 0 were expected; the line is left out'
            ELSE 'fee: a number was expected; the line is kept without it' END AS reason
FROM judged
WHERE lost OR (fee IS NULL AND trim(fee_written) <> '')
ORDER BY file, line
