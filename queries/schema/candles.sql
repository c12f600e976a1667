-- A row is one candle. time is its opening.
CREATE TABLE candles (
    timeframe VARCHAR,
    open      DOUBLE,
    high      DOUBLE,
    low       DOUBLE,
    close     DOUBLE,
    volume    DOUBLE
);
COMMENT ON TABLE candles IS 'A row is one candle. time is its opening.';
COMMENT ON COLUMN candles.timeframe IS 'such as 1h';
COMMENT ON COLUMN candles.open IS 'quote currency per base unit';
COMMENT ON COLUMN candles.high IS 'quote currency per base unit';
COMMENT ON COLUMN candles.low IS 'quote currency per base unit';
COMMENT ON COLUMN candles.close IS 'quote currency per base unit';
COMMENT ON COLUMN candles.volume IS 'as the source counts it';
