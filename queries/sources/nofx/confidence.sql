-- A row is the confidence that the model stated with one plan, whether the bot carried it out or not.
INSERT INTO staged.confidence BY NAME
SELECT
    epoch_us(c.timestamp) || '-' || p.position AS id,
    c.timestamp AS time,
    NULLIF(trim(p.symbol), '') AS symbol_written,
    p.file,
    p.confidence / 100 AS confidence,
    replace(replace(lower(trim(p.action)), ' ', '_'), '-', '_') AS action,
    'decisions' AS origin
FROM raw.nofx_plans AS p
JOIN raw.nofx_cycles AS c ON c.file = p.file
WHERE p.confidence IS NOT NULL
