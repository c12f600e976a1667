-- The columns that every canonical table has before its own: which row, when, whose, where from.
CREATE TABLE common (
    id               VARCHAR NOT NULL,
    time             TIMESTAMP NOT NULL,
    time_us          BIGINT,
    day              DATE,
    weekday          INTEGER,
    system           VARCHAR,
    agent            VARCHAR,
    account          VARCHAR,
    exchange         VARCHAR,
    environment      VARCHAR,
    strategy         VARCHAR,
    strategy_version VARCHAR,
    symbol_written   VARCHAR,
    symbol           VARCHAR,
    file             VARCHAR,
    import_id        BIGINT
);
COMMENT ON TABLE common IS 'The columns that every canonical table has before its own: which row, when, whose, where from.';
COMMENT ON COLUMN common.id IS 'the row within its system and agent: with them its natural key; a row that comes again with other content replaces the old one';
COMMENT ON COLUMN common.time IS 'UTC; what the row is filed under: an entry, a snapshot, a decision';
COMMENT ON COLUMN common.time_us IS 'time in microseconds since 1970; filled at ingest';
COMMENT ON COLUMN common.day IS 'UTC day of time; filled at ingest';
COMMENT ON COLUMN common.weekday IS 'of day, 1 = Monday to 7 = Sunday; filled at ingest';
COMMENT ON COLUMN common.system IS 'id of the system, such as playbook; filled at ingest';
COMMENT ON COLUMN common.agent IS 'the bot, within its system';
COMMENT ON COLUMN common.account IS 'whose money it is; agents may share one';
COMMENT ON COLUMN common.exchange IS 'such as binance; null where the source does not say';
COMMENT ON COLUMN common.environment IS 'live, paper, testnet, backtest or unknown; never mixed in one figure';
COMMENT ON COLUMN common.strategy IS 'null where the source does not say';
COMMENT ON COLUMN common.strategy_version IS 'null where the source does not say';
COMMENT ON COLUMN common.symbol_written IS 'as the source writes it; null where the row has no symbol';
COMMENT ON COLUMN common.symbol IS 'canonical BASE/QUOTE[:SETTLE]; filled at ingest';
COMMENT ON COLUMN common.file IS 'the file that brought the row; filled at ingest';
COMMENT ON COLUMN common.import_id IS 'the import that brought the row; filled at ingest';
