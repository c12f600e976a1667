-- A row is an analysis of a log: what its tool counted there.
INSERT INTO staged.runs BY NAME
WITH read AS (
    SELECT *, raw.utc(replace("time_range.start", ',', '.')) AS began, raw.utc(replace("time_range.end", ',', '.')) AS ended,
           raw.utc(analysis_timestamp) AS analysed
    FROM raw.fox_analyses
)
SELECT
    concat_ws('-', 'log-analysis', log_file, epoch_us(analysed)) AS id,
    COALESCE(began, analysed) AS time,
    file,
    'report' AS kind,
    ended,
    raw.fox_data(json_object('log_file', log_file), summary) AS figures
FROM read
WHERE COALESCE(began, analysed) IS NOT NULL
