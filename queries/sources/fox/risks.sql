-- risk_events and risk_violations: a row is one of either. The level of a risk is kept in data.
INSERT INTO staged.events BY NAME
WITH risks AS (
    SELECT 'risk-event-' || CAST(id AS VARCHAR) AS id, raw.utc(created_at) AS time, CAST(event_type AS VARCHAR) AS kind,
           CAST(risk_level AS VARCHAR) AS risk_level, NULL AS message,
           raw.fox_data(json_object('risk_level', risk_level, 'position_id', position_id),
                        raw.fox_object(CAST(details AS VARCHAR))) AS data
    FROM raw.risk_events
    UNION ALL
    SELECT 'risk-violation-' || CAST(id AS VARCHAR), raw.utc(timestamp), 'risk_violation', CAST(risk_level AS VARCHAR),
           CAST(message AS VARCHAR),
           raw.fox_data(json_object('risk_level', risk_level, 'violation_type', violation_type), NULL)
    FROM raw.risk_violations
)
SELECT r.id, r.time, t.file, r.kind,
       CASE lower(r.risk_level) WHEN 'low' THEN 'INFO' WHEN 'medium' THEN 'WARNING' WHEN 'high' THEN 'ERROR'
           WHEN 'critical' THEN 'CRITICAL' WHEN 'emergency' THEN 'CRITICAL' ELSE upper(r.risk_level) END AS level,
       r.message, r.data
FROM risks AS r CROSS JOIN raw.told AS t
WHERE r.time IS NOT NULL
