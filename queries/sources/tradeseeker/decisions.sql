-- A row is one decision on one symbol in one cycle. What a hold says of size and levels is of the position that is held.
INSERT INTO staged.decisions BY NAME
SELECT
    epoch_us(c.timestamp) || '-' || d.key AS id, c.timestamp AS time, t.agent, 'binance' AS exchange,
    d.key AS symbol_written, d.file, c.cycle,
    CASE lower(d.signal)
        WHEN 'buy_to_enter' THEN 'open_long' WHEN 'sell_to_enter' THEN 'open_short'
        WHEN 'close_position' THEN CASE lower(d.direction) WHEN 'long' THEN 'close_long' WHEN 'short' THEN 'close_short' ELSE 'close_position' END
        ELSE lower(d.signal) END AS action,
    d.signal AS action_written,
    d.confidence, d.leverage,
    CASE WHEN ends_with(lower(d.signal), '_to_enter') THEN d.quantity_usd END AS size,
    d.stop_loss, d.profit_target AS take_profit, d.current_price AS price,
    CASE WHEN d.runtime_decision = 'executed' THEN true
         WHEN starts_with(d.runtime_decision, 'blocked') OR starts_with(d.runtime_decision, 'skipped') THEN false END AS executed,
    CASE WHEN starts_with(d.runtime_decision, 'blocked') OR starts_with(d.runtime_decision, 'skipped') THEN d.runtime_decision END AS error,
    d.justification AS reason
FROM raw.tradeseeker_decisions AS d
JOIN raw.tradeseeker_cycles AS c ON c.file = d.file AND c.position = d.parent
CROSS JOIN raw.told AS t
WHERE d.signal IS NOT NULL
