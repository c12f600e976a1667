-- A row is one thing that the user should know about what was read.
SELECT format(
    'roma {}: the bot counts net deposits of {:.2f} USDT (cash_flow_state.json); fees and leverage leak into that figure, so it is not used',
    t.agent, c.net_deposits) AS note
FROM raw.roma_cash AS c CROSS JOIN raw.told AS t
WHERE c.net_deposits IS NOT NULL
UNION ALL
SELECT format('{}: says no time: it is filed under {}, {}', i.file, strftime(i.time, '%Y-%m-%d %H:%M:%S UTC'),
              CASE f.said WHEN 'name' THEN 'which its name says' WHEN 'folder' THEN 'when its folder says that it was pulled'
                          ELSE 'when the file was written' END)
FROM raw.roma_instants AS i JOIN raw.files_read AS f ON f.file = i.file
WHERE i.origin = 'account'
UNION ALL
SELECT format('{}: its messages are timed by a clock without a date: the last one is taken to be as old as the file, {}',
              i.file, strftime(MAX(i.time), '%Y-%m-%d %H:%M:%S UTC'))
FROM raw.roma_instants AS i
JOIN raw.roma_messages AS m ON m.file = i.file AND m.position = i.position
WHERE i.time IS NOT NULL AND TRY_CAST(m.timestamp AS DOUBLE) < 1e9
GROUP BY i.file
UNION ALL
SELECT format('roma {}: {} trades begin with fills that are not here: only the exchange''s realised P&L is known of them', agent, n)
FROM (SELECT agent, COUNT(DISTINCT trade) AS n FROM raw.roma_legs WHERE unseen > 0 GROUP BY agent) AS incomplete
UNION ALL
SELECT format('roma {}: {} trades rebuilt from fills are left out: the bot''s own history has them', agent, n)
FROM (
    SELECT agent, COUNT(DISTINCT trade) AS n
    FROM raw.roma_legs AS l
    WHERE NOT EXISTS (SELECT 1 FROM staged.trades AS s WHERE s.system IS NULL AND s.agent = l.agent AND s.id = l.trade)
    GROUP BY agent
) AS twice
UNION ALL
SELECT format('{}: {} debugging records that tell of no known thing are left out', file, CAST(SUM(n) AS BIGINT))
FROM raw.roma_log_left_out AS l
GROUP BY file
UNION ALL
SELECT format('{}: {} moments without equity are left out, the first at {}', e.file, COUNT(*), strftime(MIN(e.timestamp), '%Y-%m-%d %H:%M:%S UTC'))
FROM raw.roma_equity AS e
WHERE COALESCE(e.gross_equity, e.equity) IS NULL
GROUP BY e.file
