-- A row is a line whose date or holdings cannot be read.
SELECT file, line, COALESCE(date, '') AS value, 'a date such as 2025-11-02 or 2025-11-02 11:00:00 was expected; the line is left out' AS reason
FROM raw.aitrader_states WHERE raw.utc(date) IS NULL
UNION ALL
SELECT file, line, CAST(positions AS VARCHAR), 'positions: an object with a quantity for each symbol and for CASH was expected; the line is left out'
FROM raw.aitrader_states
WHERE raw.utc(date) IS NOT NULL AND raw.aitrader_holdings(positions) IS NULL
ORDER BY 1, 2
