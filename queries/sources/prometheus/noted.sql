-- A row is what a reader of an answer's series should know.
SELECT
    file || ': series without a name, as an expression gives, are named after the file: ' || COUNT(*) AS note
FROM raw.prometheus_series
WHERE metric ->> '$.__name__' IS NULL
GROUP BY file
UNION ALL
SELECT file || ': native histograms, which are not read: ' || COUNT(*) AS note
FROM raw.prometheus_series
WHERE histograms IS NOT NULL OR histogram IS NOT NULL
GROUP BY file
UNION ALL
SELECT file || ': the server warned: ' || warnings AS note FROM raw.prometheus_answers WHERE warnings IS NOT NULL
ORDER BY note
