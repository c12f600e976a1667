-- A row is the confidence that the skill stated with one suggestion.
INSERT INTO staged.confidence BY NAME
SELECT
    concat_ws('-', epoch_us(s.timestamp), s.type, s.symbol) AS id,
    s.timestamp AS time,
    t.agent,
    NULLIF(trim(s.symbol), '') AS symbol_written,
    s.file,
    s.confidence / 100 AS confidence,
    replace(replace(lower(trim(s.action)), ' ', '_'), '-', '_') AS action,
    'suggestions' AS origin
FROM raw.roma_suggestions AS s CROSS JOIN raw.told AS t
WHERE s.confidence IS NOT NULL
