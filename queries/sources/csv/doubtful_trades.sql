-- A row is how many lines of a file that was read without a complaint have something to complain of all the same.
SELECT COUNT(*) FILTER (moment IS NULL)
     + COUNT(*) FILTER (CASE WHEN side IN ('long', 'short', 'buy', 'sell') THEN false
                             ELSE lower(side) NOT IN ('long', 'buy', 'b', 'l', 'short', 'sell', 's') END)
     + COUNT(*) FILTER (confidence NOT BETWEEN 0 AND 100)
     + CASE WHEN MAX(confidence) > 1 THEN 0 ELSE COUNT(*) FILTER (confidence NOT BETWEEN 0 AND 1) END
     + (SELECT COUNT(*) FROM raw.csv_pairs
        WHERE lower(symbol) IN ('', 'null', 'none', 'nan', 'nat', 'n/a', 'na', '-', '--')) AS n
FROM raw.csv
