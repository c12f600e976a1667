-- A row is one run of the bot's process, from its start to its stop; one that was killed, or still runs, has no end.
INSERT INTO staged.runs BY NAME
SELECT
    'process-' || epoch_us(timestamp) AS id,
    timestamp AS time,
    file,
    data ->> '$.version' AS strategy_version,
    'process' AS kind,
    CASE WHEN next_event = 'app_stopped' THEN next_time END AS ended,
    data AS figures
FROM (
    SELECT
        *, LEAD(event_type) OVER turns AS next_event, LEAD(timestamp) OVER turns AS next_time
    FROM (
        SELECT timestamp, event_type, any_value(file) AS file, any_value(data) AS data
        FROM raw.bingx_audit
        WHERE event_type IN ('app_started', 'app_stopped')
        GROUP BY timestamp, event_type
    )
    WINDOW turns AS (ORDER BY timestamp, event_type)
)
WHERE event_type = 'app_started'
