-- A row is one field that cannot be read: what was expected, and whether its line is lost.
WITH numbers AS (
    UNPIVOT (SELECT line, flow, available, unrealised FROM raw.csv) ON flow, available, unrealised INTO NAME name VALUE value
)
SELECT line, 'time' AS name, COALESCE(time, '') AS value, 'a time such as 2026-11-16T10:00:00Z or unix seconds' AS expected,
       true AS lost
FROM raw.csv WHERE raw.utc(time) IS NULL
UNION ALL
SELECT line, 'equity', COALESCE(equity, ''), 'a number', true
FROM raw.csv WHERE raw.number(equity) IS NULL AND raw.utc(time) IS NOT NULL
UNION ALL
SELECT line, name, value, 'a number', false
FROM numbers WHERE value IS NOT NULL AND raw.number(value) IS NULL
ORDER BY line, name
