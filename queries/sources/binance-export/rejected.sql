-- A row is a line that cannot be used.
WITH every AS (
    SELECT file, line, content, filled_at, side, price, quantity FROM raw.binance_spot_read
    UNION ALL
    SELECT file, line, content, filled_at, side, price, quantity FROM raw.binance_futures_read
)
SELECT file, line, content AS value,
       CASE WHEN filled_at IS NULL THEN 'a time such as 2022-03-28 13:01:36 was expected; the line is left out'
            WHEN COALESCE(side, '') NOT IN ('buy', 'sell') THEN 'side: BUY or SELL was expected; the line is left out'
            ELSE 'price and quantity: numbers above 0 were expected; the line is left out' END AS reason
FROM every
WHERE filled_at IS NULL OR COALESCE(side, '') NOT IN ('buy', 'sell') OR COALESCE(price, 0) <= 0 OR COALESCE(quantity, 0) <= 0
ORDER BY file, line
