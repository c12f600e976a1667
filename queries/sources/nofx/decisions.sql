-- A row is one decision that was carried out or tried, with what the model had planned for it: the plan of the same
-- symbol and action, in order. A zero leverage, quantity or price means that none was needed.
INSERT INTO staged.decisions BY NAME
WITH executed AS (
    SELECT *, row_number() OVER (PARTITION BY file, symbol, action ORDER BY position) AS turn FROM raw.nofx_decisions
), planned AS (
    SELECT *, row_number() OVER (PARTITION BY file, symbol, action ORDER BY position) AS turn FROM raw.nofx_plans
)
SELECT
    epoch_us(c.timestamp) || '-' || e.position AS id,
    c.timestamp AS time,
    NULLIF(trim(e.symbol), '') AS symbol_written,
    e.file,
    c.cycle_number AS cycle,
    replace(replace(lower(trim(e.action)), ' ', '_'), '-', '_') AS action,
    e.action AS action_written,
    p.confidence / 100 AS confidence,
    COALESCE(NULLIF(e.leverage, 0), p.leverage) AS leverage,
    p.position_size_usd AS size,
    p.stop_loss,
    p.take_profit,
    NULLIF(e.quantity, 0) AS quantity,
    NULLIF(e.price, 0) AS price,
    e.success AS executed,
    NULLIF(e.error, '') AS error,
    p.reasoning AS reason
FROM executed AS e
JOIN raw.nofx_cycles AS c ON c.file = e.file
LEFT JOIN planned AS p
    ON p.file = e.file AND p.symbol IS NOT DISTINCT FROM e.symbol AND p.action = e.action AND p.turn = e.turn
