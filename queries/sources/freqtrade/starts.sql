-- A row is a start of the bot: the first one and the last one are all that the database keeps.
INSERT INTO staged.events BY NAME
WITH newest AS (
    SELECT MAX_BY(agent, opened) AS agent, MAX_BY(COALESCE(environment, ''), opened) AS environment FROM raw.freqtrade_whose
)
SELECT
    'start-' || epoch_us(raw.time_in(k.datetime_value, 'UTC')) AS id,
    raw.time_in(k.datetime_value, 'UTC') AS time,
    COALESCE(t.agent, n.agent, 'freqtrade') AS agent, COALESCE(t.environment, NULLIF(n.environment, '')) AS environment,
    t.file, 'start' AS kind, 'INFO' AS level, CAST(k.key AS VARCHAR) AS message
FROM raw.keyvaluestore AS k CROSS JOIN raw.told AS t CROSS JOIN newest AS n
WHERE k.key IN ('bot_start_time', 'startup_time') AND raw.time_in(k.datetime_value, 'UTC') IS NOT NULL
