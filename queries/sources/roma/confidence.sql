-- A row is the confidence that the model stated with one decision.
INSERT INTO staged.confidence BY NAME
SELECT
    epoch_us(c.timestamp) || '-' || d.position AS id,
    c.timestamp AS time,
    COALESCE(c.agent_id, t.agent) AS agent,
    NULLIF(trim(d.symbol), '') AS symbol_written,
    d.file,
    d.confidence,
    replace(replace(lower(trim(d.action)), ' ', '_'), '-', '_') AS action,
    'decisions' AS origin
FROM raw.roma_decisions AS d
JOIN raw.roma_cycles AS c ON c.file = d.file AND c.position = d.parent
CROSS JOIN raw.told AS t
WHERE d.confidence IS NOT NULL
