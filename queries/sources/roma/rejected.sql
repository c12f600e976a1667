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
