-- A row is what was filled of one order. The database keeps no fee of a single order.
INSERT INTO staged.fills BY NAME
SELECT
    CAST(o.order_id AS VARCHAR) AS id,
    COALESCE(raw.time_in(o.order_filled_date, 'UTC'), raw.time_in(o.order_date, 'UTC'), w.opened) AS time,
    w.agent, w.exchange, w.environment, w.strategy,
    COALESCE(CAST(o.ft_pair AS VARCHAR), CAST(o.symbol AS VARCHAR)) AS symbol_written,
    w.file,
    w.known_as AS trade_id,
    CAST(o.order_id AS VARCHAR) AS order_id,
    lower(CAST(o.side AS VARCHAR)) AS side,
    CASE WHEN raw.truth(r.is_short) = (lower(CAST(o.side AS VARCHAR)) = 'sell') THEN 'open'
         WHEN r.is_short IS NULL AND lower(CAST(o.side AS VARCHAR)) = 'buy' THEN 'open' ELSE 'close' END AS role,
    raw.number(o.filled) AS quantity,
    COALESCE(raw.number(o.average), raw.number(o.price)) AS price
FROM raw.orders AS o
JOIN raw.freqtrade_whose AS w ON w.trade = CAST(o.ft_trade_id AS VARCHAR)
JOIN raw.trades AS r ON CAST(r.id AS VARCHAR) = w.trade
WHERE o.order_id IS NOT NULL AND raw.number(o.filled) > 0
