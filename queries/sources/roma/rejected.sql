-- A row is one thing that cannot be used, and why.
SELECT m.file, m.line, COALESCE(m.timestamp, '') AS value,
       CASE WHEN m.timestamp IS NULL THEN 'no timestamp here: a time was expected'
            ELSE 'timestamp is no time, and no clock that goes on to the end of the file: when this was sent is not known' END
           AS reason
FROM raw.roma_messages AS m
JOIN raw.roma_instants AS i ON i.file = m.file AND i.position = m.position
WHERE i.time IS NULL
UNION ALL
SELECT file, line, COALESCE(side, ''), 'side of a fill: BUY or SELL was expected; the fill is left out'
FROM raw.roma_fills WHERE upper(COALESCE(side, '')) NOT IN ('BUY', 'SELL')
UNION ALL
SELECT file, line, COALESCE(symbol, ''),
       'a fill with symbol, price and quantity was expected; it is kept and no trade is made of it'
FROM raw.roma_fills
WHERE upper(side) IN ('BUY', 'SELL') AND (symbol IS NULL OR price IS NULL OR COALESCE(quantity, 0) <= 0)
UNION ALL
SELECT t.file, 0, COALESCE(CAST(r.close_time AS VARCHAR), ''),
       'table trades, row ' || r.rowid || ', close_time: a time was expected; the row is left out'
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
