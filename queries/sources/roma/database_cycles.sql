-- A row is one cycle of the fork's table decision_logs.
INSERT INTO raw.roma_cycles BY NAME
SELECT
    t.file, 0 AS line, TRY_CAST(r.rowid AS BIGINT) AS position,
    raw.utc(r.timestamp) AS timestamp, TRY_CAST(r.cycle_number AS BIGINT) AS cycle_number, r.agent_id
FROM raw.decision_logs AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.timestamp) IS NOT NULL
