-- A row is one run of a bot, or what is configured or reported for one.
CREATE TABLE runs (
    kind            VARCHAR,
    ended           TIMESTAMP,
    capital         DOUBLE,
    stake           DOUBLE,
    fee_rate        DOUBLE,
    currency        VARCHAR,
    max_age_seconds DOUBLE,
    figures         VARCHAR
);
COMMENT ON TABLE runs IS 'A row is one run of a bot, or what is configured or reported for one.';
COMMENT ON COLUMN runs.kind IS 'process, backtest, report or settings';
COMMENT ON COLUMN runs.ended IS 'UTC; null where it still runs or is not known';
COMMENT ON COLUMN runs.capital IS 'money that the agent began with, in currency';
COMMENT ON COLUMN runs.stake IS 'money put into each trade, in currency';
COMMENT ON COLUMN runs.fee_rate IS 'fraction of each side''s notional';
COMMENT ON COLUMN runs.currency IS 'such as USDT';
COMMENT ON COLUMN runs.max_age_seconds IS 'older than this the newest row is stale';
COMMENT ON COLUMN runs.figures IS 'the bot''s own figures as a JSON object';
