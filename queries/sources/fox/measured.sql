-- event_performance_metrics: a row is one value that the bot measured of itself.
INSERT INTO staged.samples BY NAME
SELECT
    'measured-' || CAST(r.id AS VARCHAR) AS id,
    raw.utc(r.recorded_at) AS time,
    t.file,
    CAST(r.metric_name AS VARCHAR) AS metric,
    CAST(r.tags AS VARCHAR) AS labels,
    'unknown' AS kind,
    raw.number(r.metric_value) AS value
FROM raw.event_performance_metrics AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.recorded_at) IS NOT NULL
