-- A row is what an agent holds of one symbol after a line of position.jsonl. What a line does not name is not held.
INSERT INTO staged.positions BY NAME
WITH held AS (
    SELECT o.known_as, o.time, o.file, unnest(map_entries(o.holdings)) AS holding FROM raw.aitrader_ordered AS o
)
SELECT
    h.known_as || '-' || h.holding.key AS id, h.time, t.agent, h.holding.key AS symbol_written, h.file,
    CASE WHEN h.holding.value < 0 THEN 'short' ELSE 'long' END AS side,
    TRY_CAST(abs(h.holding.value) AS DECIMAL(38, 18)) AS quantity,
    'open' AS status
FROM held AS h CROSS JOIN raw.told AS t
WHERE h.holding.key <> 'CASH' AND h.holding.value <> 0
