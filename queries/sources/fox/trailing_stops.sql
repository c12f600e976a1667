-- trailing_stop_state: a row is the trailing stop of one position, as it was last seen.
INSERT INTO staged.events BY NAME
SELECT
    concat_ws('-', 'trailing-stop', r.exchange, r.symbol, COALESCE(r.position_id, r.id)) AS id,
    COALESCE(raw.utc(r.last_update_time), raw.utc(r.activated_at), raw.utc(r.created_at)) AS time,
    lower(CAST(r.exchange AS VARCHAR)) AS exchange,
    CAST(r.symbol AS VARCHAR) AS symbol_written,
    t.file,
    'trailing_stop' AS kind,
    'INFO' AS level,
    CAST(r.state AS VARCHAR) AS message,
    raw.fox_data(
        json_object('position_id', r.position_id, 'side', r.side, 'is_activated', raw.truth(r.is_activated),
                    'quantity', raw.number(r.quantity), 'entry_price', raw.number(r.entry_price),
                    'highest_price', raw.number(r.highest_price), 'lowest_price', raw.number(r.lowest_price),
                    'current_stop_price', raw.number(r.current_stop_price)),
        json_object('activation_price', raw.number(r.activation_price),
                    'activation_percent', raw.number(r.activation_percent),
                    'callback_percent', raw.number(r.callback_percent), 'update_count', raw.number(r.update_count),
                    'highest_profit_percent', raw.number(r.highest_profit_percent),
                    'created_at', raw.utc(r.created_at), 'activated_at', raw.utc(r.activated_at))
    ) AS data
FROM raw.trailing_stop_state AS r CROSS JOIN raw.told AS t
WHERE COALESCE(raw.utc(r.last_update_time), raw.utc(r.activated_at), raw.utc(r.created_at)) IS NOT NULL
