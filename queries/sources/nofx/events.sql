-- A row is one cycle: the bot was alive then.
INSERT INTO staged.events BY NAME
SELECT
    'cycle-' || epoch_us(timestamp) AS id,
    timestamp AS time,
    file,
    'cycle' AS kind,
    'INFO' AS level,
    cycle_number AS cycle
FROM raw.nofx_cycles
