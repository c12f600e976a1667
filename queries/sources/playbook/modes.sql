-- learning_states: a row is a mode that a symbol and interval entered.
INSERT INTO staged.modes BY NAME
SELECT
    COALESCE(CAST(r.id AS VARCHAR), CAST(r.rowid AS VARCHAR)) AS id,
    raw.utc(r.entered_at) AS time,
    t.agent, t.environment, t.file,
    CAST(r.symbol AS VARCHAR) AS symbol_written,
    CAST(r."interval" AS VARCHAR) AS timeframe,
    upper(CAST(r.mode AS VARCHAR)) AS mode,
    raw.fraction(r.confidence_score) AS confidence,
    CAST(r.reason AS VARCHAR) AS reason
FROM raw.learning_states AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.entered_at) IS NOT NULL
