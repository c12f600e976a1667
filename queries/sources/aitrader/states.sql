-- A row is a line of position.jsonl with its place among the lines of its date. Ids repeat and go back, so the place in
-- the file is the order: the lines of one date are filed a microsecond apart, which keeps it without another meaning.
CREATE OR REPLACE TABLE raw.aitrader_ordered AS
WITH numbered AS (
    SELECT s.*, row_number() OVER (PARTITION BY file, date ORDER BY position) - 1 AS place
    FROM raw.aitrader_states AS s
    WHERE raw.utc(date) IS NOT NULL AND raw.aitrader_holdings(positions) IS NOT NULL
)
SELECT
    date || '-' || lpad(CAST(place AS VARCHAR), 4, '0') AS known_as,
    raw.utc(date) + to_microseconds(place) AS time,
    file, line, position, date, id AS cycle, positions,
    raw.aitrader_holdings(positions) AS holdings,
    lower(trim("this_action.action")) AS action,
    NULLIF(trim("this_action.symbol"), '') AS symbol,
    "this_action.amount" AS amount
FROM numbered
