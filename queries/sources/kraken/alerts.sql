-- A row is an alert that the monitor raised; resolved ones are not marked by the monitor.
INSERT INTO staged.events BY NAME
SELECT
    'alert-' || COALESCE(id, metric || '_' || CAST(floor(timestamp) AS BIGINT), CAST(epoch_us(raw.time_in(timestamp, 'UTC')) AS VARCHAR)) AS id,
    raw.time_in(timestamp, 'UTC') AS time,
    file,
    'alert' AS kind,
    upper(COALESCE(severity, 'warning')) AS level,
    message,
    to_json({metric: metric, resolved: resolved, value: value}) AS data
FROM raw.kraken_alerts
WHERE raw.time_in(timestamp, 'UTC') IS NOT NULL
