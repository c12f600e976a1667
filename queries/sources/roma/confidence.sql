-- A row is the confidence that the model stated with one decision.
INSERT INTO staged.confidence BY NAME
SELECT
    epoch_us(c.timestamp) || '-' || d.position AS id,
    c.timestamp AS time,
    ? AS agent,
    NULLIF(trim(d.symbol), '') AS symbol_written,
    d.file,
    d.confidence,
    replace(replace(lower(trim(d.action)), ' ', '_'), '-', '_') AS action,
    'decisions' AS origin
FROM raw.roma_decisions AS d
JOIN raw.roma_cycles AS c ON c.file = d.file
WHERE d.confidence IS NOT NULL
