-- A row is a trade of the database whose opening cannot be read.
SELECT t.file, 0 AS line, COALESCE(CAST(r.open_date AS VARCHAR), '') AS value,
       'trades ' || COALESCE(CAST(r.id AS VARCHAR), '') || ': open_date: a time such as 2025-09-10 19:38:38.821582 was expected; the trade is left out' AS reason
FROM raw.trades AS r CROSS JOIN raw.told AS t
WHERE raw.time_in(r.open_date, 'UTC') IS NULL
ORDER BY 4
