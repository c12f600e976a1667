-- A row is one field that cannot be read: what was expected, and whether its line is lost.
WITH times AS (
    UNPIVOT (SELECT line, entry_time, exit_time FROM raw.csv) ON entry_time, exit_time INTO NAME name VALUE value
),
numbers AS (
    UNPIVOT (
        SELECT line, quantity, entry_price, exit_price, pnl, net_pnl, gross_pnl, pnl_percent, pnl_ratio, fee, funding, leverage
        FROM raw.csv
    ) ON COLUMNS(* EXCLUDE (line)) INTO NAME name VALUE value
),
scale AS (
    SELECT CASE WHEN MAX(raw.number(confidence)) > 1 THEN 100 ELSE 1 END AS top FROM raw.csv
)
SELECT line, name, value, 'a time such as 2026-11-16T10:00:00Z or unix seconds' AS expected, true AS lost
FROM times WHERE value IS NOT NULL AND raw.utc(value) IS NULL
UNION ALL
SELECT line, 'exit_time', '', 'an entry or an exit time', true
FROM raw.csv WHERE COALESCE(entry_time, exit_time) IS NULL
UNION ALL
SELECT line, name, value, 'a number', false
FROM numbers WHERE value IS NOT NULL AND raw.number(value) IS NULL
UNION ALL
SELECT line, 'confidence', confidence, 'a number from 0 to ' || CAST(top AS VARCHAR), false
FROM raw.csv CROSS JOIN scale
WHERE confidence IS NOT NULL AND COALESCE(raw.number(confidence), -1) NOT BETWEEN 0 AND top
UNION ALL
SELECT line, 'side', side, 'long, short, buy or sell', false
FROM raw.csv
WHERE side IS NOT NULL
  AND lower(side) NOT IN ('long', 'buy', 'b', 'l', 'short', 'sell', 's')
ORDER BY line, name
