-- A row is one line of the audit log. What Python and platform the bot runs on is kept where it starts.
INSERT INTO staged.events BY NAME
SELECT
    event || '-' || epoch_us(timestamp) || '-' || left(md5(COALESCE(CAST(data AS VARCHAR), '') || COALESCE(message, '')), 12)
        || CASE WHEN nth > 1 THEN '-' || nth ELSE '' END AS id,
    timestamp AS time,
    file,
    line,
    COALESCE(data ->> '$.symbol', data ->> '$.signal.symbol') AS symbol_written,
    event AS kind,
    level,
    message,
    COALESCE(data ->> '$.order_id', data ->> '$.signal_id') AS correlation,
    CASE WHEN exception IS NULL AND (event NOT LIKE 'app_start%' OR system_info IS NULL) THEN data
         ELSE json_merge_patch(
             '{}',
             json_object('exception', exception, 'system_info',
                         CASE WHEN event LIKE 'app_start%' THEN system_info END),
             COALESCE(data, '{}')) END AS data
FROM (
    SELECT
        *, COALESCE(event_type, 'log') AS event,
        row_number() OVER (PARTITION BY file, timestamp, event_type, data, message ORDER BY line) AS nth
    FROM raw.bingx_audit
    WHERE output IS NULL
)
