-- retraining_history: a row is one retraining run; one in progress is replaced when it has finished.
INSERT INTO staged.retrainings BY NAME
SELECT
    COALESCE(CAST(r.id AS VARCHAR), CAST(r.rowid AS VARCHAR)) AS id,
    raw.utc(r.triggered_at) AS time,
    t.agent, t.environment, t.file,
    CAST(r.symbol AS VARCHAR) AS symbol_written,
    CAST(r."interval" AS VARCHAR) AS timeframe,
    raw.utc(r.started_at) AS started,
    CASE WHEN lower(CAST(r.status AS VARCHAR)) IS DISTINCT FROM 'in_progress' THEN raw.utc(r.completed_at) END AS completed,
    raw.number(r.duration_seconds) AS duration_seconds,
    lower(CAST(r.status AS VARCHAR)) AS status,
    trim(regexp_replace(CAST(r.trigger_reason AS VARCHAR), '\(.*$', '')) AS trigger,
    CAST(r.trigger_reason AS VARCHAR) AS trigger_written,
    raw.fraction(r.validation_accuracy) AS accuracy,
    raw.fraction(r.validation_confidence) AS confidence_after,
    TRY_CAST(r.n_epochs AS BIGINT) AS epochs,
    CAST(r.error_message AS VARCHAR) AS error
FROM raw.retraining_history AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.triggered_at) IS NOT NULL
