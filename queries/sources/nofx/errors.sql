-- A row is a cycle that failed.
INSERT INTO staged.events BY NAME
SELECT
    'error-' || epoch_us(timestamp) AS id,
    timestamp AS time,
    file,
    'error' AS kind,
    'ERROR' AS level,
    NULLIF(error_message, '') AS message,
    cycle_number AS cycle
FROM raw.nofx_cycles
WHERE success = FALSE
