-- A row is one suggestion of the skill, which trades nothing itself, or one trade that it was told of.
INSERT INTO staged.decisions BY NAME
SELECT
    concat_ws('-', epoch_us(s.timestamp), s.type, s.symbol) AS id,
    s.timestamp AS time,
    t.agent,
    NULLIF(trim(s.symbol), '') AS symbol_written,
    s.file,
    replace(replace(lower(trim(s.action)), ' ', '_'), '-', '_') AS action,
    s.action AS action_written,
    s.confidence / 100 AS confidence,
    s.leverage,
    s.stop_loss,
    s.take_profit,
    s.quantity,
    s.price,
    CASE s.type WHEN 'trade' THEN TRUE END AS executed,
    COALESCE(s.reasoning, s.chain_of_thought) AS reason
FROM raw.roma_suggestions AS s CROSS JOIN raw.told AS t
