-- A row is a line of the audit log that tells of an error; failed submissions are logged as INFO, so its name counts too.
INSERT INTO staged.events BY NAME
SELECT DISTINCT ON (id)
    'error-' || epoch_us(timestamp) || '-' || COALESCE(event_type, 'log') || '-' || left(md5(COALESCE(CAST(data AS VARCHAR), '') || COALESCE(message, '')), 12) AS id,
    timestamp AS time,
    file,
    line,
    COALESCE(data ->> '$.symbol', data ->> '$.signal.symbol') AS symbol_written,
    'error' AS kind,
    COALESCE(NULLIF(level, 'INFO'), 'ERROR') AS level,
    message,
    COALESCE(data ->> '$.order_id', data ->> '$.signal_id') AS correlation
FROM raw.bingx_audit
WHERE output IS NULL
  AND (level IN ('ERROR', 'CRITICAL') OR exception IS NOT NULL OR regexp_matches(event_type, '_(error|failed)$'))
