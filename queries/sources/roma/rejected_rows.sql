-- A row is one thing in the fork's tables that cannot be used, and why.
SELECT t.file, 0 AS line, COALESCE(CAST(r.close_time AS VARCHAR), '') AS value,
       'table trades, row ' || r.rowid || ', close_time: a time was expected; the row is left out' AS reason
FROM raw.trades AS r CROSS JOIN raw.told AS t
WHERE COALESCE(raw.utc(r.close_time), raw.utc(r.open_time)) IS NULL
UNION ALL
SELECT t.file, 0, COALESCE(CAST(r.timestamp AS VARCHAR), ''),
       'table equity_history, row ' || r.rowid || ', timestamp: a time was expected; the row is left out'
FROM raw.equity_history AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.timestamp) IS NULL
UNION ALL
SELECT t.file, 0, COALESCE(CAST(r.timestamp AS VARCHAR), ''),
       'table decision_logs, row ' || r.rowid || ', timestamp: a time was expected; the row is left out'
FROM raw.decision_logs AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.timestamp) IS NULL
UNION ALL
SELECT t.file, 0, left(c.said, 60),
       'table decision_logs, row ' || r.rowid || ', ' || c.name || ': JSON was expected; the row is kept without it'
FROM raw.decision_logs AS r CROSS JOIN raw.told AS t
CROSS JOIN LATERAL (
    VALUES ('decisions', CAST(r.decisions AS VARCHAR)), ('account_state', CAST(r.account_state AS VARCHAR)),
           ('positions', CAST(r.positions AS VARCHAR))
) AS c (name, said)
WHERE c.said IS NOT NULL AND NOT json_valid(c.said)
UNION ALL
SELECT t.file, 0, e.value ->> 'confidence',
       'table decision_logs, row ' || r.rowid || ', confidence: a number from 0 to 1 was expected; the decision is kept without it'
FROM (SELECT * FROM raw.decision_logs WHERE json_valid(CAST(decisions AS VARCHAR))) AS r CROSS JOIN raw.told AS t
CROSS JOIN json_each(CASE WHEN json_type(CAST(r.decisions AS JSON)) = 'ARRAY' THEN CAST(r.decisions AS JSON) ELSE '[]' END) AS e
WHERE e.value ->> 'confidence' IS NOT NULL AND raw.fraction(e.value ->> 'confidence') IS NULL
