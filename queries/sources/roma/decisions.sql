-- A row is one decision as the model wrote it. ROMA-01's files do not say whether it was executed; documented answers do, in
-- the same order.
INSERT INTO staged.decisions BY NAME
WITH carried_out AS (
    SELECT e.*, COUNT(*) OVER (PARTITION BY e.file, e.parent) AS n FROM raw.roma_executions AS e
), counted AS (
    SELECT d.*, COUNT(*) OVER (PARTITION BY d.file, d.parent) AS n FROM raw.roma_decisions AS d
)
SELECT
    epoch_us(c.timestamp) || '-' || d.position AS id,
    c.timestamp AS time,
    COALESCE(c.agent_id, t.agent) AS agent,
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
    e.success AS executed,
    CASE WHEN e.success = FALSE THEN e.message END AS error,
    COALESCE(d.reasoning, d.reason) AS reason
FROM counted AS d
JOIN raw.roma_cycles AS c ON c.file = d.file AND c.position = d.parent
CROSS JOIN raw.told AS t
LEFT JOIN carried_out AS e ON e.file = d.file AND e.parent = d.parent AND e.position = d.position AND e.n = d.n
