-- A row is an open position as it was seen at an instant.
CREATE TABLE positions (
    side              VARCHAR,
    quantity          DECIMAL(38,18),
    entry_price       DOUBLE,
    mark_price        DOUBLE,
    unrealised        DOUBLE,
    leverage          DOUBLE,
    liquidation_price DOUBLE,
    status            VARCHAR
);
COMMENT ON TABLE positions IS 'A row is an open position as it was seen at an instant.';
COMMENT ON COLUMN positions.side IS 'long or short';
COMMENT ON COLUMN positions.quantity IS 'base units, absolute';
COMMENT ON COLUMN positions.entry_price IS 'quote currency per base unit';
COMMENT ON COLUMN positions.mark_price IS 'quote currency per base unit';
COMMENT ON COLUMN positions.unrealised IS 'quote currency';
COMMENT ON COLUMN positions.leverage IS 'times';
COMMENT ON COLUMN positions.liquidation_price IS 'price level';
COMMENT ON COLUMN positions.status IS 'open or closed';
