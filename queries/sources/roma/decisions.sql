-- A row is one decision as the model wrote it: ROMA-01 does not say whether it was executed.
INSERT INTO staged.decisions BY NAME
SELECT
    epoch_us(c.timestamp) || '-' || d.position AS id,
    c.timestamp AS time,
    ? AS agent,
    NULLIF(trim(d.symbol), '') AS symbol_written,
    d.file,
    COALESCE(c.cycle_number, c.cycle) AS cycle,
    replace(replace(lower(trim(d.action)), ' ', '_'), '-', '_') AS action,
    d.action AS action_written,
    d.confidence,
    d.leverage,
    d.position_size_usd AS size,
    d.stop_loss,
    d.take_profit,
    COALESCE(d.quantity, d.close_quantity) AS quantity,
    COALESCE(d.reasoning, d.reason) AS reason
FROM raw.roma_decisions AS d
JOIN raw.roma_cycles AS c ON c.file = d.file
