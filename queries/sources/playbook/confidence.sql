-- confidence_history: a row is one statement of confidence on a symbol and interval.
INSERT INTO staged.confidence BY NAME
SELECT
    COALESCE(CAST(r.id AS VARCHAR), CAST(r.rowid AS VARCHAR)) AS id,
    raw.utc(r.timestamp) AS time,
    t.agent, t.environment, t.file,
    CAST(r.symbol AS VARCHAR) AS symbol_written,
    CAST(r."interval" AS VARCHAR) AS timeframe,
    raw.fraction(r.confidence_score) AS confidence,
    upper(CAST(r.mode AS VARCHAR)) AS mode,
    raw.fraction(r.validation_accuracy) AS accuracy,
    raw.number(r.drift_score) AS drift,
    'confidence_history' AS origin
FROM raw.confidence_history AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.timestamp) IS NOT NULL
