-- A row is one closing record of a position.
INSERT INTO staged.fills BY NAME
WITH parts AS (
    SELECT
        r.*,
        COALESCE(r.agent_id, t.agent) AS agent,
        CASE lower(side) WHEN 'long' THEN 'long' WHEN 'buy' THEN 'long' WHEN 'short' THEN 'short' WHEN 'sell' THEN 'short' END
            AS direction
    FROM raw.roma_trades AS r CROSS JOIN raw.told AS t
), named AS (
    SELECT
        *,
        concat_ws(' ', symbol, direction, epoch_us(COALESCE(open_time, close_time))) AS trade
    FROM parts
)
SELECT
    concat_ws(
        ' ', trade, epoch_us(COALESCE(close_time, open_time)),
        row_number() OVER (PARTITION BY agent, trade, close_time ORDER BY file, position)
    ) AS id,
    COALESCE(close_time, open_time) AS time,
    agent,
    symbol AS symbol_written,
    file,
    trade AS trade_id,
    direction AS side,
    'close' AS role,
    quantity,
    close_price AS price,
    pnl_usdt AS pnl_reported
FROM named
