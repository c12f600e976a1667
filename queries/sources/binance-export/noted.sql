-- A row is what the user should know of the files just read.
WITH local_times AS (
    SELECT file FROM raw.binance_spot WHERE date_utc IS NULL AND time_utc IS NULL
    UNION
    SELECT file FROM raw.binance_futures WHERE date_utc IS NULL AND time_utc IS NULL
)
SELECT l.file || ': its times name no zone' || COALESCE(', and its file name says ' || NULLIF(regexp_extract(l.file, '\((UTC[^)]*)\)', 1), ''), '')
       || ': ' || t.zone || ' assumed; tell it with --zone' AS note
FROM local_times AS l CROSS JOIN raw.told AS t WHERE t.zone IN ('UTC', 'Z')
UNION ALL
SELECT note FROM raw.round_trip_notes
