-- events: a row is one event of the bot.
INSERT INTO staged.events BY NAME
SELECT
    'event-' || CAST(r.id AS VARCHAR) AS id,
    raw.utc(r.created_at) AS time,
    lower(CAST(r.exchange AS VARCHAR)) AS exchange,
    CAST(r.symbol AS VARCHAR) AS symbol_written,
    t.file,
    CAST(r.event_type AS VARCHAR) AS kind,
    upper(CAST(r.severity AS VARCHAR)) AS level,
    CAST(r.error_message AS VARCHAR) AS message,
    CAST(r.correlation_id AS VARCHAR) AS correlation,
    raw.fox_data(
        json_object('position_id', r.position_id, 'order_id', r.order_id, 'stack_trace', r.stack_trace),
        raw.fox_object(CAST(r.event_data AS VARCHAR))
    ) AS data
FROM raw.events AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.created_at) IS NOT NULL
