-- A row is one field that cannot be read: what was expected, and whether its line is lost.
WITH numbers AS (
    UNPIVOT (
        SELECT line, flow, available, unrealised FROM raw.csv_text
        WHERE (flow IS NOT NULL AND raw.amount(flow) IS NULL) OR (available IS NOT NULL AND raw.amount(available) IS NULL)
           OR (unrealised IS NOT NULL AND raw.amount(unrealised) IS NULL)
    ) ON flow, available, unrealised INTO NAME name VALUE value
)
SELECT line, 'time' AS name, COALESCE(time, '') AS value, 'a time such as 2026-11-16T10:00:00Z or unix seconds' AS expected,
       true AS lost
FROM raw.csv_text WHERE raw.moment(time) IS NULL
UNION ALL
SELECT line, 'equity', COALESCE(equity, ''), 'a number', true
FROM raw.csv_text WHERE raw.amount(equity) IS NULL AND raw.moment(time) IS NOT NULL
UNION ALL
SELECT line, name, value, 'a number', false
FROM numbers WHERE raw.amount(value) IS NULL
ORDER BY line, name
