-- A row is a lock on a pair. It names no strategy: it is the newest trade's.
INSERT INTO staged.events BY NAME
WITH newest AS (
    SELECT MAX_BY(agent, opened) AS agent, MAX_BY(COALESCE(environment, ''), opened) AS environment FROM raw.freqtrade_whose
)
SELECT
    'lock-' || epoch_us(raw.time_in(l.lock_time, 'UTC')) || '-' || CAST(l.id AS VARCHAR) AS id,
    raw.time_in(l.lock_time, 'UTC') AS time,
    COALESCE(t.agent, n.agent, 'freqtrade') AS agent, COALESCE(t.environment, NULLIF(n.environment, '')) AS environment,
    NULLIF(CAST(l.pair AS VARCHAR), '*') AS symbol_written, t.file,
    'pairlock' AS kind, 'INFO' AS level, CAST(l.reason AS VARCHAR) AS message,
    to_json({'until': raw.time_in(l.lock_end_time, 'UTC'), 'side': CAST(l.side AS VARCHAR), 'active': raw.truth(l.active)}) AS data
FROM raw.pairlocks AS l CROSS JOIN raw.told AS t CROSS JOIN newest AS n
WHERE raw.time_in(l.lock_time, 'UTC') IS NOT NULL
