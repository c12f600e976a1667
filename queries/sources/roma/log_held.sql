-- A row is a log and who held and gave the trading lock last, so that the next stretch of a big log can go on from there.
CREATE OR REPLACE TABLE raw.roma_log_held AS
WITH named AS (
    SELECT
        file, line,
        NULLIF(regexp_extract(message, '([A-Za-z0-9._-]+) acquired trading lock$', 1), '') AS takes,
        NULLIF(regexp_extract(message, '([A-Za-z0-9._-]+) released trading lock$', 1), '') AS gives
    FROM raw.roma_log
    WHERE contains(message, 'trading lock')
), said AS (
    SELECT file, line, CASE WHEN gives IS NOT NULL THEN '' ELSE takes END AS holder, gives AS gave FROM named
    UNION ALL
    SELECT file, 0, holder, gave FROM raw.roma_log_held
)
SELECT file, arg_max(holder, line) FILTER (holder IS NOT NULL) AS holder, arg_max(gave, line) FILTER (gave IS NOT NULL) AS gave
FROM said
GROUP BY file
