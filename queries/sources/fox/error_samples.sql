-- A row is an error that the analysis of a log quotes, unless the log itself was read before, which says more of it.
INSERT INTO staged.events BY NAME
WITH read AS (
    SELECT *, raw.utc(replace(timestamp, ',', '.')) AS time FROM raw.fox_samples
),
named AS (
    SELECT *, raw.fox_log_id(time, 'ERROR', module, message,
                             row_number() OVER (PARTITION BY file, time, module, message ORDER BY position) - 1) AS id
    FROM read
    WHERE time IS NOT NULL
)
SELECT
    n.id,
    n.time,
    n.file,
    'error' AS kind,
    'ERROR' AS level,
    n.message,
    raw.fox_data(json_object('logger', n.module), NULL) AS data
FROM named AS n CROSS JOIN raw.told AS t
WHERE NOT EXISTS (SELECT 1 FROM stored.events AS e WHERE e.system = 'fox' AND e.agent = t.agent AND e.id = n.id)
