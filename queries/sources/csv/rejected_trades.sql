-- A row is one field that cannot be read: what was expected, and whether its line is lost.
WITH unread AS (
    SELECT r.line FROM raw.csv_text AS r JOIN raw.csv AS t ON r.line = t.line
    WHERE (r.quantity IS NOT NULL AND t.quantity IS NULL)
       OR (r.entry_price IS NOT NULL AND t.entry_price IS NULL)
       OR (r.exit_price IS NOT NULL AND t.exit_price IS NULL)
       OR (r.pnl IS NOT NULL AND t.pnl IS NULL)
       OR (r.net_pnl IS NOT NULL AND t.net_pnl IS NULL)
       OR (r.gross_pnl IS NOT NULL AND t.gross_pnl IS NULL)
       OR (r.pnl_percent IS NOT NULL AND t.pnl_percent IS NULL)
       OR (r.pnl_ratio IS NOT NULL AND t.pnl_ratio IS NULL)
       OR (r.fee IS NOT NULL AND t.fee IS NULL)
       OR (r.funding IS NOT NULL AND t.funding IS NULL)
       OR (r.leverage IS NOT NULL AND t.leverage IS NULL)
       OR (r.entry_time IS NOT NULL AND t.entry_time IS NULL)
       OR (r.exit_time IS NOT NULL AND t.exit_time IS NULL)
),
times AS (
    UNPIVOT (
        SELECT line, entry_time, exit_time FROM raw.csv_text SEMI JOIN unread USING (line)
    ) ON entry_time, exit_time INTO NAME name VALUE value
),
numbers AS (
    UNPIVOT (
        SELECT line, quantity, entry_price, exit_price, pnl, net_pnl, gross_pnl, pnl_percent, pnl_ratio, fee, funding, leverage
        FROM raw.csv_text SEMI JOIN unread USING (line)
    ) ON COLUMNS(* EXCLUDE (line)) INTO NAME name VALUE value
),
scale AS (
    SELECT CASE WHEN MAX(confidence) > 1 THEN 100 ELSE 1 END AS top FROM raw.csv
)
SELECT line, name, value, 'a time such as 2026-11-16T10:00:00Z or unix seconds' AS expected, true AS lost
FROM times WHERE raw.moment(value) IS NULL
UNION ALL
SELECT line, 'exit_time', '', 'an entry or an exit time', true
FROM raw.csv_text WHERE COALESCE(entry_time, exit_time) IS NULL
UNION ALL
SELECT line, name, value, 'a number', false
FROM numbers WHERE raw.amount(value) IS NULL
UNION ALL
SELECT line, 'confidence', confidence, 'a number from 0 to ' || CAST(top AS VARCHAR), false
FROM raw.csv_text CROSS JOIN scale
WHERE confidence IS NOT NULL AND COALESCE(raw.amount(confidence), -1) NOT BETWEEN 0 AND top
UNION ALL
SELECT line, 'side', side, 'long, short, buy or sell', false
FROM raw.csv_text
WHERE side IS NOT NULL
  AND lower(side) NOT IN ('long', 'buy', 'b', 'l', 'short', 'sell', 's')
ORDER BY line, name
