-- A row is the signal that an order was made from, as the order keeps it.
INSERT INTO staged.events BY NAME
SELECT
    'order_signal-' || o.id AS id,
    raw.time_in(o.created_at, 'UTC') AS time,
    t.file,
    o.symbol AS symbol_written,
    'order_signal' AS kind,
    o.id AS correlation,
    o.signal_metadata AS data
FROM raw.orders AS o
CROSS JOIN raw.told AS t
WHERE o.id IS NOT NULL AND raw.time_in(o.created_at, 'UTC') IS NOT NULL
  AND json_valid(o.signal_metadata) AND o.signal_metadata NOT IN ('{}', 'null')
