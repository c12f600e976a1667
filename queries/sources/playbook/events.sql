-- error_log: a row is one error. Only the guide knows this table, and of its columns only timestamp.
INSERT INTO staged.events BY NAME
SELECT
    COALESCE(CAST(r.id AS VARCHAR), CAST(r.rowid AS VARCHAR)) AS id,
    raw.utc(r.timestamp) AS time,
    t.agent, t.environment, t.file,
    CAST(r.symbol AS VARCHAR) AS symbol_written,
    'error' AS kind,
    'ERROR' AS level,
    NULLIF(concat_ws(': ', r.component, r.error_type, COALESCE(r.message, r.error_message)), '') AS message
FROM raw.error_log AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.timestamp) IS NOT NULL
