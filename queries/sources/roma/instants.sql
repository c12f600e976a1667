-- A row is an instant at which a file says what the account or the positions were. Cycles say theirs. A message of the
-- websocket has the seconds of a clock that starts anywhere: the last one was sent when its file was written, the others so
-- many seconds before; where the clock goes back, nothing is known. An answer of the REST interface has none: it is as old as
-- its name or the folder of its pull says, or as its file.
INSERT INTO raw.roma_instants BY NAME
WITH clocks AS (
    SELECT file, position, "status.agent_id" AS agent, timestamp, TRY_CAST(timestamp AS DOUBLE) AS clock,
           TRY_CAST(timestamp AS DOUBLE) < LAG(TRY_CAST(timestamp AS DOUBLE)) OVER (PARTITION BY file ORDER BY line) AS back
    FROM raw.roma_messages
), messages AS (
    SELECT c.* REPLACE (bool_or(COALESCE(back, false)) OVER (PARTITION BY c.file) AS back),
           f.modified, MAX(clock) OVER (PARTITION BY c.file) AS newest
    FROM clocks AS c JOIN raw.files_read AS f ON f.file = c.file
), answers AS (
    SELECT file FROM raw.roma_accounts
    UNION SELECT file FROM raw.roma_positions
    UNION SELECT file FROM raw.roma_performance
    UNION SELECT file FROM raw.roma_analytics
    UNION SELECT file FROM raw.roma_agents
)
SELECT file, position, agent_id AS agent, timestamp AS time, 'account_state' AS origin, 2 AS preference,
       'account_state-' || epoch_us(timestamp) AS id
FROM raw.roma_cycles
UNION ALL BY NAME
SELECT file, position, agent,
       CASE WHEN clock IS NULL THEN raw.utc(timestamp)
            WHEN clock >= 1e9 THEN raw.epoch_time(clock)
            WHEN NOT back THEN modified - to_microseconds(CAST(round((newest - clock) * 1e6) AS BIGINT)) END AS time,
       'websocket' AS origin, 4 AS preference, 'websocket-' || timestamp AS id
FROM messages
UNION ALL BY NAME
SELECT a.file, 0 AS position, NULL AS agent, f.time AS time, 'account' AS origin, 3 AS preference,
       'account-' || epoch_us(f.time) AS id
FROM answers AS a JOIN raw.files_read AS f ON f.file = a.file
WHERE a.file NOT IN (SELECT file FROM raw.roma_cycles) AND a.file NOT IN (SELECT file FROM raw.roma_messages)
