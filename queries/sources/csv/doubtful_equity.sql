-- A row is how many lines of a file that was read without a complaint have something to complain of all the same.
SELECT COUNT(*) FILTER (time IS NULL OR equity IS NULL) AS n
FROM raw.csv
