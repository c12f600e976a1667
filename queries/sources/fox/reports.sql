-- A row is a report of the monitor. What it calls its duration in minutes is the number of its snapshots.
INSERT INTO staged.runs BY NAME
SELECT
    concat_ws('-', 'report', epoch_us(monitoring_start), epoch_us(monitoring_end)) AS id,
    monitoring_start AS time,
    file,
    'report' AS kind,
    monitoring_end AS ended,
    raw.fox_data(
        json_object('snapshots', monitoring_duration_minutes, 'total_alerts', total_alerts,
                    'critical_alerts', critical_alerts, 'warning_alerts', warning_alerts),
        metrics_summary
    ) AS figures
FROM raw.fox_reports
