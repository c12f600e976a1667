-- A row is an alert of the monitor. Reports that overlap repeat theirs, which have one id.
INSERT INTO staged.events BY NAME
SELECT
    concat_ws('-', 'alert', epoch_us(timestamp), md5(message)) AS id,
    timestamp AS time,
    file,
    'alert' AS kind,
    upper(severity) AS level,
    message,
    line
FROM raw.fox_alerts
