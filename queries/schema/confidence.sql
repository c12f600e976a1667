-- A row is one statement of confidence, wherever a bot makes one.
CREATE TABLE confidence (
    timeframe  VARCHAR,
    confidence DOUBLE,
    mode       VARCHAR,
    action     VARCHAR,
    accuracy   DOUBLE,
    drift      DOUBLE,
    origin     VARCHAR
);
COMMENT ON TABLE confidence IS 'A row is one statement of confidence, wherever a bot makes one.';
COMMENT ON COLUMN confidence.timeframe IS 'such as 1h; null where there is none';
COMMENT ON COLUMN confidence.confidence IS '0 to 1';
COMMENT ON COLUMN confidence.mode IS 'mode at the time; null where unknown';
COMMENT ON COLUMN confidence.action IS 'the decision it belongs to; null where it belongs to none';
COMMENT ON COLUMN confidence.accuracy IS 'validation accuracy, 0 to 1; null where unknown';
COMMENT ON COLUMN confidence.drift IS 'drift score as the bot defines it; null where unknown';
COMMENT ON COLUMN confidence.origin IS 'which file or table of the source';
