-- A row is a cycle that the log told of and a decision file tells of too: it counts once, so the log's is only its beginning.
INSERT INTO staged.events BY NAME
WITH every AS (
    SELECT agent, cycle, time FROM staged.events WHERE system IS NULL AND kind = 'cycle' AND id NOT LIKE 'log %'
    UNION ALL
    SELECT agent, cycle, time FROM stored.events WHERE system = 'roma' AND kind = 'cycle' AND id NOT LIKE 'log %'
), logged AS (
    SELECT * FROM staged.events WHERE system IS NULL AND kind = 'cycle' AND id LIKE 'log %'
    UNION ALL
    SELECT * FROM raw.away_events WHERE system = 'roma' AND kind = 'cycle' AND id LIKE 'log %'
    UNION ALL
    SELECT * FROM stored.events
    ANTI JOIN (
        SELECT agent, id FROM staged.events WHERE system IS NULL
        UNION ALL
        SELECT agent, id FROM raw.away_events WHERE system = 'roma' AND kind = 'cycle'
    ) USING (agent, id)
    WHERE system = 'roma' AND kind = 'cycle' AND id LIKE 'log %'
)
SELECT l.* EXCLUDE (system, time_us, day, weekday, symbol, import_id) REPLACE ('cycle_started' AS kind)
FROM logged AS l
WHERE EXISTS (
    SELECT 1 FROM every AS e
    WHERE e.agent = l.agent AND e.cycle = l.cycle AND e.time BETWEEN l.time AND l.time + INTERVAL 1 HOUR
)
