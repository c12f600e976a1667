-- A row is something that a reader of the figures should know.
SELECT t.file || ': ' || COUNT(*) || ' cancelled positions are left out' AS note
FROM raw.positions AS p CROSS JOIN raw.told AS t WHERE upper(p.status) = 'CANCELLED' GROUP BY t.file
UNION ALL
SELECT t.file || ': ' || COUNT(*) || ' rows of portfolio_metrics are all zero: the balance was not read; they are left out'
FROM raw.portfolio_metrics AS m CROSS JOIN raw.told AS t
WHERE raw.number(m.total_value) = 0 AND COALESCE(raw.number(m.cash_balance), 0) = 0
  AND COALESCE(raw.number(m.position_value), 0) = 0
GROUP BY t.file
UNION ALL
SELECT t.file || ': ' || COUNT(*) || ' closed positions say nothing of fees: their P&L is before fees'
FROM raw.positions AS p CROSS JOIN raw.told AS t
WHERE upper(p.status) = 'CLOSED' AND COALESCE(raw.number(p.total_fees), 0) = 0 AND COALESCE(raw.number(p.entry_fees), 0) = 0
  AND COALESCE(raw.number(p.exit_fees), 0) = 0
GROUP BY t.file
