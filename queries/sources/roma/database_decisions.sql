-- A row is one decision of one cycle, from the JSON text that the fork's table decision_logs holds.
INSERT INTO raw.roma_decisions BY NAME
WITH lists AS (
    SELECT TRY_CAST(rowid AS BIGINT) AS parent, CAST(decisions AS JSON) AS said
    FROM raw.decision_logs
    WHERE json_valid(CAST(decisions AS VARCHAR))
), read AS (
    SELECT l.parent, CAST(e.key AS BIGINT) AS position, e.value AS said
    FROM (SELECT * FROM lists WHERE json_type(said) = 'ARRAY') AS l CROSS JOIN json_each(l.said) AS e
    WHERE json_type(e.value) = 'OBJECT'
)
SELECT
    t.file, 0 AS line, r.position, r.parent,
    said ->> 'action' AS action, said ->> 'symbol' AS symbol, raw.fraction(said ->> 'confidence') AS confidence,
    said ->> 'reasoning' AS reasoning, said ->> 'reason' AS reason, raw.number(said ->> 'leverage') AS leverage,
    raw.number(said ->> 'position_size_usd') AS position_size_usd, raw.number(said ->> 'stop_loss') AS stop_loss,
    raw.number(said ->> 'take_profit') AS take_profit, raw.number(said ->> 'quantity') AS quantity,
    raw.number(said ->> 'close_quantity') AS close_quantity
FROM read AS r CROSS JOIN raw.told AS t
