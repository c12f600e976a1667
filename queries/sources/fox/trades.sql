-- positions: a row is one, closed or still open. The bot writes price difference × quantity, without fees, to pnl; realized_pnl
-- is never written by its newer code. The exit price is the last that it knew.
INSERT INTO staged.trades BY NAME
WITH read AS (
    SELECT r.*, t.file, lower(CAST(r.status AS VARCHAR)) = 'closed' AS is_closed,
           raw.utc(r.opened_at) AS opened,
           CASE WHEN is_closed THEN COALESCE(raw.utc(r.closed_at), raw.utc(r.updated_at)) END AS closed,
           CASE lower(CAST(r.side AS VARCHAR)) WHEN 'long' THEN 1 WHEN 'buy' THEN 1 WHEN 'short' THEN -1 WHEN 'sell' THEN -1 END
               AS sign,
           raw.number(r.entry_price) AS entry,
           CASE WHEN is_closed THEN COALESCE(raw.number(r.exit_price), raw.number(r.current_price)) END AS exit,
           CASE WHEN is_closed THEN COALESCE(raw.number(r.pnl), raw.number(r.realized_pnl)) END AS gained
    FROM raw.positions AS r CROSS JOIN raw.told AS t
    WHERE lower(CAST(r.status AS VARCHAR)) IN ('closed', 'active', 'trailing', 'open')
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
    CASE WHEN gained IS NULL AND is_closed THEN 'percent' ELSE 'gross' END AS pnl_basis,
    CASE WHEN gained IS NOT NULL THEN 'USDT' END AS pnl_currency,
    CASE WHEN is_closed THEN COALESCE(raw.number(pnl_percentage) / 100, (exit / NULLIF(entry, 0) - 1) * sign) END AS pnl_fraction,
    -- 0 is what a new row begins with, not a fee that was asked for
    NULLIF(raw.number(fees), 0) AS fee,
    gained AS pnl_reported,
    CASE WHEN gained IS NOT NULL THEN 'price difference × quantity, without fees' END AS pnl_reported_as,
    CASE WHEN is_closed THEN CAST(exit_reason AS VARCHAR) END AS close_reason,
    CASE WHEN is_closed THEN 1 END AS parts
FROM read
WHERE closed IS NOT NULL OR (NOT is_closed AND opened IS NOT NULL)
