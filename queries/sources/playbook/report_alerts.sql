-- report_*.json: a row is one alert that the bot itself raised in a report.
INSERT INTO staged.events BY NAME
SELECT
    concat_ws(':', 'alert', epoch_us(r."period.end"), r."period.hours", a.position) AS id,
    COALESCE(r."period.end", r."period.start") AS time,
    t.agent, r.file,
    a.symbol AS symbol_written,
    'alert' AS kind,
    upper(a.severity) AS level,
    a.message,
    json_object('type', a.type) AS data
FROM raw.playbook_report_alerts AS a
JOIN raw.playbook_reports AS r ON r.file = a.file
CROSS JOIN raw.told AS t
