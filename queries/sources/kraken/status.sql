-- A row is the monitor's summary of itself at its newest sample. What it calls uptime is the age of that sample.
INSERT INTO staged.events BY NAME
SELECT
    'status-' || epoch_us(COALESCE(s.last_update, raw.taken(s.file))) AS id,
    COALESCE(s.last_update, raw.taken(s.file)) AS time,
    s.file,
    'status' AS kind,
    CASE lower(s.status) WHEN 'critical' THEN 'CRITICAL' WHEN 'warning' THEN 'WARNING' ELSE 'INFO' END AS level,
    COALESCE(s.status || ': ' || s.message, s.status, s.message) AS message,
    to_json({metrics: s.metrics_summary, sample_age_minutes: s.uptime_minutes, status: s.status}) AS data
FROM raw.kraken_status AS s
WHERE COALESCE(s.last_update, raw.taken(s.file)) IS NOT NULL
