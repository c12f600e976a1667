-- A row is one cycle: the bot was alive then.
INSERT INTO staged.events BY NAME
SELECT
    'cycle-' || epoch_us(c.timestamp) AS id,
    c.timestamp AS time,
    COALESCE(c.agent_id, t.agent) AS agent,
    c.file,
    'cycle' AS kind,
    'INFO' AS level,
    COALESCE(c.cycle_number, c.cycle) AS cycle
FROM raw.roma_cycles AS c CROSS JOIN raw.told AS t
