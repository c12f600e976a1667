-- A row is how many times of a file name no zone.
SELECT COUNT(*) FILTER (raw.naive(value)) AS naive FROM raw.csv_times
