-- A row is one order as the exchange, or the dry run, last reported it.
INSERT INTO staged.orders BY NAME
SELECT
    CAST(o.order_id AS VARCHAR) AS id,
    COALESCE(raw.time_in(o.order_date, 'UTC'), w.opened) AS time,
    w.agent, w.exchange, w.environment, w.strategy,
    COALESCE(CAST(o.ft_pair AS VARCHAR), CAST(o.symbol AS VARCHAR)) AS symbol_written,
    w.file,
    CAST(o.order_id AS VARCHAR) AS order_id,
    lower(CAST(o.side AS VARCHAR)) AS side,
    lower(CAST(o.order_type AS VARCHAR)) AS type,
    CASE lower(CAST(o.status AS VARCHAR))
        WHEN 'closed' THEN 'filled' WHEN 'canceled' THEN 'cancelled' WHEN 'cancelled' THEN 'cancelled'
        WHEN 'expired' THEN 'expired' WHEN 'rejected' THEN 'rejected'
        WHEN 'open' THEN CASE WHEN raw.number(o.filled) > 0 THEN 'partially_filled' ELSE 'submitted' END
        ELSE 'unknown' END AS status,
    CAST(o.status AS VARCHAR) AS status_written,
    TRY_CAST(raw.number(o.price) AS DECIMAL(38, 18)) AS price,
    TRY_CAST(COALESCE(raw.number(o.amount), raw.number(o.ft_amount)) AS DECIMAL(38, 18)) AS quantity,
    TRY_CAST(raw.number(o.filled) AS DECIMAL(38, 18)) AS filled,
    COALESCE(raw.time_in(o.order_update_date, 'UTC'), raw.time_in(o.order_filled_date, 'UTC')) AS updated
FROM raw.orders AS o JOIN raw.freqtrade_whose AS w ON w.trade = CAST(o.ft_trade_id AS VARCHAR)
WHERE o.order_id IS NOT NULL
