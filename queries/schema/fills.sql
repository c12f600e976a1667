-- A row is one execution, or one part of a closed position.
CREATE TABLE fills (
    trade_id     VARCHAR,
    order_id     VARCHAR,
    side         VARCHAR,
    role         VARCHAR,
    quantity     DOUBLE,
    price        DOUBLE,
    fee          DOUBLE,
    fee_currency VARCHAR,
    pnl_reported DOUBLE,
    market       VARCHAR
);
COMMENT ON TABLE fills IS 'A row is one execution, or one part of a closed position.';
COMMENT ON COLUMN fills.trade_id IS 'id of the trade it belongs to; null where unknown';
COMMENT ON COLUMN fills.order_id IS 'as the exchange numbers it';
COMMENT ON COLUMN fills.side IS 'buy or sell; long or short for a part of a closed position';
COMMENT ON COLUMN fills.role IS 'open, close or unknown';
COMMENT ON COLUMN fills.quantity IS 'base units';
COMMENT ON COLUMN fills.price IS 'quote currency per base unit';
COMMENT ON COLUMN fills.fee IS 'fee_currency, positive is paid; null where unknown';
COMMENT ON COLUMN fills.fee_currency IS 'such as USDT or BNB';
COMMENT ON COLUMN fills.pnl_reported IS 'the source''s own figure, as written';
COMMENT ON COLUMN fills.market IS 'margin where the position is borrowed for, futures where it is one of contracts; null for spot and where the source does not tell it apart';
