-- trades: a row is one execution; orders that filled nothing are among them there, and left out.
INSERT INTO staged.fills BY NAME
WITH read AS (
    SELECT r.*, COALESCE(raw.number(r.executed_qty), raw.number(r.quantity)) AS executed,
           COALESCE(raw.utc(r.executed_at), raw.utc(r.updated_at)) AS time, t.file
    FROM raw.trades AS r CROSS JOIN raw.told AS t
    WHERE COALESCE(lower(CAST(r.status AS VARCHAR)), '')
          NOT IN ('new', 'open', 'pending', 'rejected', 'expired', 'failed', 'error')
)
SELECT
    'trade-' || CAST(id AS VARCHAR) AS id,
    time,
    lower(CAST(exchange AS VARCHAR)) AS exchange,
    CAST(symbol AS VARCHAR) AS symbol_written,
    file,
    CAST(order_id AS VARCHAR) AS order_id,
    CASE lower(CAST(side AS VARCHAR)) WHEN 'long' THEN 'buy' WHEN 'short' THEN 'sell' ELSE lower(CAST(side AS VARCHAR)) END AS side,
    'unknown' AS role,
    executed AS quantity,
    COALESCE(NULLIF(raw.number(average_price), 0), raw.number(price)) AS price,
    raw.number(fee) AS fee,
    CAST(fee_currency AS VARCHAR) AS fee_currency
FROM read
WHERE executed > 0 AND time IS NOT NULL
