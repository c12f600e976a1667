-- A row is how many lines of a file that was read without a complaint have something to complain of all the same.
SELECT COUNT(*) FILTER (moment IS NULL)
     + COUNT(*) FILTER (side IS NOT NULL AND lower(side) NOT IN ('long', 'buy', 'b', 'l', 'short', 'sell', 's'))
     + COUNT(*) FILTER (confidence NOT BETWEEN 0 AND 100)
     + CASE WHEN MAX(confidence) > 1 THEN 0 ELSE COUNT(*) FILTER (confidence NOT BETWEEN 0 AND 1) END
     + (SELECT COUNT(*) FROM (SELECT DISTINCT symbol FROM raw.csv)
        WHERE lower(symbol) IN ('', 'null', 'none', 'nan', 'nat', 'n/a', 'na', '-', '--')) AS n
FROM raw.csv
