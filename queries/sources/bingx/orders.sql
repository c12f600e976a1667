-- A row is one order, in the state it was last seen in. The bot keeps no time of the last change, and no fee.
INSERT INTO staged.orders BY NAME
SELECT
    o.id,
    raw.time_in(o.created_at, 'UTC') AS time,
    t.file,
    o.symbol AS symbol_written,
    COALESCE(TRY_CAST(o.signal_metadata AS JSON) ->> '$.strategy', TRY_CAST(o.signal_metadata AS JSON) ->> '$.source') AS strategy,
    o.broker_order_id AS order_id,
    lower(trim(o.side)) AS side,
    lower(TRY_CAST(o.signal_metadata AS JSON) ->> '$.signal.order_type') AS type,
    raw.order_status(o.status) AS status,
    o.status AS status_written,
    raw.exact(o.price) AS price,
    raw.exact(o.quantity) AS quantity,
    raw.exact(o.filled_quantity) AS filled
FROM raw.orders AS o
CROSS JOIN raw.told AS t
WHERE o.id IS NOT NULL AND raw.time_in(o.created_at, 'UTC') IS NOT NULL
