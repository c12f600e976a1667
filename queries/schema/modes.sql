-- A row is a mode that a series (symbol and interval) was said to be in from time on.
CREATE TABLE modes (
    timeframe  VARCHAR,
    mode       VARCHAR,
    confidence DOUBLE,
    reason     VARCHAR
);
COMMENT ON TABLE modes IS 'A row is a mode that a series (symbol and interval) was said to be in from time on.';
COMMENT ON COLUMN modes.timeframe IS 'such as 1h';
COMMENT ON COLUMN modes.mode IS 'such as LEARNING or TRADING';
COMMENT ON COLUMN modes.confidence IS '0 to 1';
COMMENT ON COLUMN modes.reason IS 'as written';
