-- A row is one order, with the state it was last seen in. time is its creation.
CREATE TABLE orders (
    order_id       VARCHAR,
    side           VARCHAR,
    type           VARCHAR,
    status         VARCHAR,
    status_written VARCHAR,
    price          DECIMAL(38,18),
    quantity       DECIMAL(38,18),
    filled         DECIMAL(38,18),
    fee            DOUBLE,
    fee_currency   VARCHAR,
    updated        TIMESTAMP
);
COMMENT ON TABLE orders IS 'A row is one order, with the state it was last seen in. time is its creation.';
COMMENT ON COLUMN orders.order_id IS 'as the exchange numbers it';
COMMENT ON COLUMN orders.side IS 'buy or sell';
COMMENT ON COLUMN orders.type IS 'market, limit, stop …';
COMMENT ON COLUMN orders.status IS 'pending, submitted, partially_filled, filled, cancelled, rejected, expired, failed or unknown';
COMMENT ON COLUMN orders.status_written IS 'the word as written';
COMMENT ON COLUMN orders.price IS 'quote currency per base unit';
COMMENT ON COLUMN orders.quantity IS 'base units ordered';
COMMENT ON COLUMN orders.filled IS 'base units filled';
COMMENT ON COLUMN orders.fee IS 'fee_currency, positive is paid';
COMMENT ON COLUMN orders.fee_currency IS 'such as USDT';
COMMENT ON COLUMN orders.updated IS 'UTC';
