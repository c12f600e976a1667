-- A row is one decision on one symbol in one cycle, whether it was executed or not.
CREATE TABLE decisions (
    cycle          BIGINT,
    action         VARCHAR,
    action_written VARCHAR,
    timeframe      VARCHAR,
    confidence     DOUBLE,
    leverage       DOUBLE,
    size           DOUBLE,
    stop_loss      DOUBLE,
    take_profit    DOUBLE,
    quantity       DOUBLE,
    price          DOUBLE,
    executed       BOOLEAN,
    error          VARCHAR,
    reason         VARCHAR
);
COMMENT ON TABLE decisions IS 'A row is one decision on one symbol in one cycle, whether it was executed or not.';
COMMENT ON COLUMN decisions.cycle IS 'as the bot counts, which may restart at 1; null where it does not count';
COMMENT ON COLUMN decisions.action IS 'open_long, open_short, close_long, close_short, hold, wait, or the word written where it is none of these';
COMMENT ON COLUMN decisions.action_written IS 'the word as written';
COMMENT ON COLUMN decisions.timeframe IS 'such as 1h; null where there is none';
COMMENT ON COLUMN decisions.confidence IS '0 to 1; null where not stated';
COMMENT ON COLUMN decisions.leverage IS 'times';
COMMENT ON COLUMN decisions.size IS 'margin in quote currency';
COMMENT ON COLUMN decisions.stop_loss IS 'price level';
COMMENT ON COLUMN decisions.take_profit IS 'price level';
COMMENT ON COLUMN decisions.quantity IS 'base units; null where not known';
COMMENT ON COLUMN decisions.price IS 'quote currency per base unit at the decision; null where not known';
COMMENT ON COLUMN decisions.executed IS 'null where the source does not say';
COMMENT ON COLUMN decisions.error IS 'why it was not executed';
COMMENT ON COLUMN decisions.reason IS 'the bot''s reasoning, untrusted text';
