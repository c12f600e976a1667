-- A row is what a reader of an answer's series should know.
SELECT
    file || ': ' || COUNT(*) || ' series have no name, as an expression gives: the name of the file, without times, stands for it' AS note
FROM raw.prometheus_series
WHERE metric ->> '$.__name__' IS NULL
GROUP BY file
UNION ALL
SELECT file || ': ' || COUNT(*) || ' native histograms are not read' AS note
FROM raw.prometheus_series
WHERE histograms IS NOT NULL OR histogram IS NOT NULL
GROUP BY file
UNION ALL
SELECT file || ': the server warned: ' || warnings AS note FROM raw.prometheus_answers WHERE warnings IS NOT NULL
ORDER BY note
