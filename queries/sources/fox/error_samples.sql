-- A row is an error that the analysis of a log quotes.
INSERT INTO staged.events BY NAME
WITH read AS (
    SELECT *, raw.utc(replace(timestamp, ',', '.')) AS time FROM raw.fox_samples
)
SELECT
    raw.fox_log_id(time, module, message,
                   row_number() OVER (PARTITION BY file, time, module, message ORDER BY position)) AS id,
    time,
    file,
    'error' AS kind,
    'ERROR' AS level,
    message,
    raw.fox_data(json_object('logger', module), NULL) AS data
FROM read
WHERE time IS NOT NULL
