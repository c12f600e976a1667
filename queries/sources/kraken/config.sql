-- A row is a configuration of the monitor, without its thresholds, which are rows of their own, and without its section
-- of alerts, which may hold addresses and passwords. It names no time: see thresholds.
INSERT INTO staged.runs BY NAME
WITH times AS (
    SELECT MIN(time) AS time FROM staged.samples WHERE system IS NULL
    UNION ALL
    SELECT MIN(time) FROM staged.events WHERE system IS NULL
), oldest AS (
    SELECT COALESCE(MIN(time), (SELECT MIN(o.time) FROM stored.samples AS o SEMI JOIN raw.told AS t
                                ON o.agent = t.agent AND o.system = 'kraken')) AS time
    FROM times
), sections AS (
    SELECT c.file, COALESCE(raw.taken(c.file), o.time) AS time,
           CAST(to_json({dashboard: c.dashboard, monitoring: c.monitoring}) AS VARCHAR) AS figures
    FROM raw.kraken_config AS c CROSS JOIN oldest AS o
    WHERE c.monitoring IS NOT NULL OR c.dashboard IS NOT NULL
)
SELECT 'config-' || md5(figures) AS id, time, file, 'settings' AS kind, figures
FROM sections
WHERE time IS NOT NULL
