-- A row is one thing that the user should know about what was read.
SELECT concat(t.file, ' has no table portfolio_snapshots: equity ',
              CASE WHEN t.capital IS NOT NULL AND t.stake IS NOT NULL THEN 'is modelled from capital and stake'
                   ELSE 'not available' END) AS note
FROM raw.told AS t
WHERE t.file IS NOT NULL AND NOT EXISTS (SELECT 1 FROM raw.portfolio_snapshots)
UNION ALL
SELECT 'no fee_rate was told: modelled P&L is before fees'
FROM raw.told AS t
WHERE t.file IS NOT NULL AND t.stake IS NOT NULL AND t.fee_rate IS NULL
UNION ALL
SELECT format('{}: of {} rows of trade_results {} are trades; trade_outcomes has the others', t.file, COUNT(*),
              (SELECT COUNT(*) FROM staged.trades AS s WHERE s.system IS NULL AND s.file = t.file AND s.id LIKE 'trade_results:%'))
FROM raw.trade_results AS r CROSS JOIN raw.told AS t
GROUP BY t.file
UNION ALL
SELECT format('{}: {} debugging records that tell of no known thing are left out', l.file, CAST(SUM(l.n) AS BIGINT))
FROM raw.playbook_log_left_out AS l
GROUP BY l.file
