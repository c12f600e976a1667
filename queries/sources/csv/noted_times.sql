-- A row is how many times of a file name no zone.
SELECT COUNT(*) AS naive FROM raw.csv_times WHERE right(value, 1) <> 'Z' AND raw.naive(value)
