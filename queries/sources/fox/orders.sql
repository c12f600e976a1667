-- orders: a row is one order, as it was last seen.
INSERT INTO staged.orders BY NAME
SELECT
    'order-' || CAST(r.id AS VARCHAR) AS id,
    COALESCE(raw.utc(r.created_at), raw.utc(r.updated_at)) AS time,
    lower(CAST(r.exchange AS VARCHAR)) AS exchange,
    CAST(r.symbol AS VARCHAR) AS symbol_written,
    t.file,
    CAST(r.order_id AS VARCHAR) AS order_id,
    CASE lower(CAST(r.side AS VARCHAR)) WHEN 'long' THEN 'buy' WHEN 'short' THEN 'sell' ELSE lower(CAST(r.side AS VARCHAR)) END AS side,
    lower(CAST(r.type AS VARCHAR)) AS type,
    CASE lower(CAST(r.status AS VARCHAR))
        WHEN 'new' THEN 'submitted' WHEN 'open' THEN 'submitted' WHEN 'submitted' THEN 'submitted' WHEN 'pending' THEN 'pending'
        WHEN 'partially_filled' THEN 'partially_filled' WHEN 'partial' THEN 'partially_filled'
        WHEN 'filled' THEN 'filled' WHEN 'closed' THEN 'filled'
        WHEN 'canceled' THEN 'cancelled' WHEN 'cancelled' THEN 'cancelled' WHEN 'rejected' THEN 'rejected'
        WHEN 'expired' THEN 'expired' WHEN 'failed' THEN 'failed' WHEN 'error' THEN 'failed' ELSE 'unknown' END AS status,
    CAST(r.status AS VARCHAR) AS status_written,
    TRY_CAST(r.price AS DECIMAL(38, 18)) AS price,
    TRY_CAST(r.size AS DECIMAL(38, 18)) AS quantity,
    TRY_CAST(r.filled AS DECIMAL(38, 18)) AS filled,
    raw.number(r.fee) AS fee,
    CAST(r.fee_currency AS VARCHAR) AS fee_currency,
    raw.utc(r.updated_at) AS updated
FROM raw.orders AS r CROSS JOIN raw.told AS t
WHERE COALESCE(raw.utc(r.created_at), raw.utc(r.updated_at)) IS NOT NULL
