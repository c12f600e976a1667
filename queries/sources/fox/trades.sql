-- positions: a row is one that is closed. The bot writes price difference × quantity, without fees, to pnl; realized_pnl
-- is never written by its newer code. The exit price is the last that it knew.
INSERT INTO staged.trades BY NAME
WITH read AS (
    SELECT r.*, t.file,
           raw.utc(r.opened_at) AS opened, COALESCE(raw.utc(r.closed_at), raw.utc(r.updated_at)) AS closed,
           CASE lower(CAST(r.side AS VARCHAR)) WHEN 'long' THEN 1 WHEN 'buy' THEN 1 WHEN 'short' THEN -1 WHEN 'sell' THEN -1 END
               AS sign,
           raw.number(r.entry_price) AS entry, COALESCE(raw.number(r.exit_price), raw.number(r.current_price)) AS exit,
           COALESCE(raw.number(r.pnl), raw.number(r.realized_pnl)) AS gained
    FROM raw.positions AS r CROSS JOIN raw.told AS t
    WHERE lower(CAST(r.status AS VARCHAR)) = 'closed'
)
SELECT
    'position-' || CAST(id AS VARCHAR) AS id,
    COALESCE(opened, closed) AS time,
    lower(CAST(exchange AS VARCHAR)) AS exchange,
    CAST(symbol AS VARCHAR) AS symbol_written,
    file,
    CASE sign WHEN 1 THEN 'long' WHEN -1 THEN 'short' END AS side,
    opened AS entry_time,
    closed AS exit_time,
    CAST(closed AS DATE) AS exit_day,
    abs(raw.number(quantity)) AS quantity,
    entry AS entry_price,
    exit AS exit_price,
    raw.number(leverage) AS leverage,
    gained AS pnl,
    CASE WHEN gained IS NULL THEN 'percent' ELSE 'gross' END AS pnl_basis,
    CASE WHEN gained IS NOT NULL THEN 'USDT' END AS pnl_currency,
    COALESCE(raw.number(pnl_percentage) / 100, (exit / NULLIF(entry, 0) - 1) * sign) AS pnl_fraction,
    -- 0 is what a new row begins with, not a fee that was asked for
    NULLIF(raw.number(fees), 0) AS fee,
    gained AS pnl_reported,
    CASE WHEN gained IS NOT NULL THEN 'price difference × quantity, without fees' END AS pnl_reported_as,
    CAST(exit_reason AS VARCHAR) AS close_reason,
    1 AS parts
FROM read
WHERE closed IS NOT NULL
