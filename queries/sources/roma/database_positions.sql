-- A row is one open position of one cycle, from the JSON text that the fork's table decision_logs holds.
INSERT INTO raw.roma_positions BY NAME
WITH lists AS (
    SELECT TRY_CAST(rowid AS BIGINT) AS parent, CAST(positions AS JSON) AS said
    FROM raw.decision_logs
    WHERE json_valid(CAST(positions AS VARCHAR))
), read AS (
    SELECT l.parent, CAST(e.key AS BIGINT) AS position, e.value AS said
    FROM (SELECT * FROM lists WHERE json_type(said) = 'ARRAY') AS l CROSS JOIN json_each(l.said) AS e
    WHERE json_type(e.value) = 'OBJECT'
)
SELECT
    t.file, 0 AS line, r.position, r.parent,
    said ->> 'symbol' AS symbol, said ->> 'side' AS side, raw.number(said ->> 'position_amt') AS position_amt,
    raw.number(said ->> 'entry_price') AS entry_price, raw.number(said ->> 'mark_price') AS mark_price,
    raw.number(said ->> 'unrealized_profit') AS unrealized_profit, raw.number(said ->> 'leverage') AS leverage,
    raw.number(said ->> 'liquidation_price') AS liquidation_price
FROM read AS r CROSS JOIN raw.told AS t
