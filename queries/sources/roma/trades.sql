-- A row is one position: its partial closes, which share symbol, side and opening, are summed. The P&L is price
-- difference × quantity, gross; the bot multiplies that by the leverage although its quantity contains it already.
INSERT INTO staged.trades BY NAME
WITH parts AS (
    SELECT
        r.*,
        COALESCE(r.agent_id, t.agent) AS agent,
        CASE lower(side) WHEN 'long' THEN 1 WHEN 'buy' THEN 1 WHEN 'short' THEN -1 WHEN 'sell' THEN -1 END AS sign
    FROM raw.roma_trades AS r CROSS JOIN raw.told AS t
), positions AS (
    SELECT
        agent,
        symbol,
        sign,
        open_time,
        CASE WHEN open_time IS NULL THEN close_time END AS lone,
        MAX(file) AS file,
        MAX(close_time) AS close_time,
        SUM(quantity) AS quantity,
        SUM(entry_price * quantity) / SUM(quantity) AS entry_price,
        SUM(close_price * quantity) / SUM(quantity) AS exit_price,
        MAX(leverage) AS leverage,
        CASE
            WHEN COUNT(*) = COUNT((close_price - entry_price) * quantity)
            THEN SUM((close_price - entry_price) * quantity * sign)
        END AS pnl,
        SUM(pnl_usdt) AS pnl_reported,
        COUNT(*) AS parts
    FROM parts
    GROUP BY agent, symbol, sign, open_time, lone
)
SELECT
    concat_ws(' ', symbol, CASE sign WHEN 1 THEN 'long' WHEN -1 THEN 'short' END, epoch_us(COALESCE(open_time, lone))) AS id,
    COALESCE(open_time, close_time) AS time,
    agent,
    symbol AS symbol_written,
    file,
    CASE sign WHEN 1 THEN 'long' WHEN -1 THEN 'short' END AS side,
    open_time AS entry_time,
    close_time AS exit_time,
    CAST(close_time AS DATE) AS exit_day,
    quantity,
    entry_price,
    exit_price,
    leverage,
    pnl,
    CASE WHEN pnl IS NULL THEN 'percent' ELSE 'gross' END AS pnl_basis,
    'USDT' AS pnl_currency,
    (exit_price / NULLIF(entry_price, 0) - 1) * sign AS pnl_fraction,
    pnl_reported,
    'price difference × quantity × leverage' AS pnl_reported_as,
    parts
FROM positions
