-- A row is a line that cannot be used, or a fee that cannot.
SELECT file, line, concat_ws(',', txid, pair, time, type, price, vol) AS value,
       CASE WHEN raw.time_in(time, 'UTC') IS NULL THEN 'time: a time such as 2024-03-19 19:43:31.6798 was expected; the line is left out'
            WHEN COALESCE(lower(type), '') NOT IN ('buy', 'sell') THEN 'type: buy or sell was expected; the line is left out'
            WHEN txid IS NULL THEN 'txid: the id of the fill was expected; the line is left out'
            ELSE 'price and vol: numbers above 0 were expected; the line is left out' END AS reason
FROM raw.kraken_trades
WHERE raw.time_in(time, 'UTC') IS NULL OR COALESCE(lower(type), '') NOT IN ('buy', 'sell') OR txid IS NULL
   OR COALESCE(raw.number(price), 0) <= 0 OR COALESCE(raw.number(vol), 0) <= 0
UNION ALL
SELECT file, line, fee, 'fee: a number was expected; the line is kept without it'
FROM raw.kraken_trades
WHERE fee IS NOT NULL AND raw.number(fee) IS NULL AND raw.time_in(time, 'UTC') IS NOT NULL AND lower(type) IN ('buy', 'sell')
  AND txid IS NOT NULL AND raw.number(price) > 0 AND raw.number(vol) > 0
UNION ALL
SELECT file, line, concat_ws(',', txid, time, type, asset, amount),
       CASE WHEN raw.time_in(time, 'UTC') IS NULL THEN 'time: a time such as 2024-03-19 19:43:31 was expected; the line is left out'
            ELSE 'amount: a number was expected; the line is left out' END
FROM raw.kraken_ledgers
WHERE raw.time_in(time, 'UTC') IS NULL OR raw.number(amount) IS NULL
ORDER BY 1, 2
