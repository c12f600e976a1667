-- A row is one position from flat to flat; open ones have no exit. time is the entry, or the exit where no entry is known.
CREATE TABLE trades (
    side            VARCHAR,
    timeframe       VARCHAR,
    entry_time      TIMESTAMP,
    exit_time       TIMESTAMP,
    exit_day        DATE,
    quantity        DOUBLE,
    entry_price     DOUBLE,
    exit_price      DOUBLE,
    leverage        DOUBLE,
    pnl             DOUBLE,
    pnl_basis       VARCHAR,
    pnl_currency    VARCHAR,
    pnl_fraction    DOUBLE,
    fee             DOUBLE,
    funding         DOUBLE,
    pnl_reported    DOUBLE,
    pnl_reported_as VARCHAR,
    won_reported    BOOLEAN,
    confidence      DOUBLE,
    decision_id     VARCHAR,
    regime          VARCHAR,
    open_reason     VARCHAR,
    close_reason    VARCHAR,
    parts           INTEGER,
    mae             DOUBLE,
    mfe             DOUBLE
);
COMMENT ON TABLE trades IS 'A row is one position from flat to flat; open ones have no exit. time is the entry, or the exit where no entry is known.';
COMMENT ON COLUMN trades.side IS 'long or short';
COMMENT ON COLUMN trades.timeframe IS 'that the bot traded on, such as 1h; null where it has none';
COMMENT ON COLUMN trades.entry_time IS 'UTC';
COMMENT ON COLUMN trades.exit_time IS 'UTC; null while open';
COMMENT ON COLUMN trades.exit_day IS 'UTC day of exit_time';
COMMENT ON COLUMN trades.quantity IS 'base units, leverage included; null where unknown';
COMMENT ON COLUMN trades.entry_price IS 'quote currency per base unit';
COMMENT ON COLUMN trades.exit_price IS 'quote currency per base unit; the mean over parts';
COMMENT ON COLUMN trades.leverage IS 'times; null where unknown';
COMMENT ON COLUMN trades.pnl IS 'our profit and loss, in pnl_currency; null where no money is known';
COMMENT ON COLUMN trades.pnl_basis IS 'net, gross (fees unknown), modelled (from the configured stake), percent (no money known: see pnl_fraction)';
COMMENT ON COLUMN trades.pnl_currency IS 'such as USDT';
COMMENT ON COLUMN trades.pnl_fraction IS 'price change in the direction of the trade, unlevered and before fees: 0.01 is one per cent';
COMMENT ON COLUMN trades.fee IS 'pnl_currency, positive is paid; null where unknown';
COMMENT ON COLUMN trades.funding IS 'pnl_currency, positive is paid; null where unknown';
COMMENT ON COLUMN trades.pnl_reported IS 'the bot''s own figure, as written';
COMMENT ON COLUMN trades.pnl_reported_as IS 'what the bot''s own figure is, in words';
COMMENT ON COLUMN trades.won_reported IS 'the bot''s own idea of a win';
COMMENT ON COLUMN trades.confidence IS 'what was stated at the opening, 0 to 1; null where unknown';
COMMENT ON COLUMN trades.decision_id IS 'id of the decision that opened it; null where none was found';
COMMENT ON COLUMN trades.regime IS 'market regime as the bot named it';
COMMENT ON COLUMN trades.open_reason IS 'why it was opened, as written, such as the tag of a signal; null where the source does not say';
COMMENT ON COLUMN trades.close_reason IS 'why it was closed, as written';
COMMENT ON COLUMN trades.parts IS 'closing records that were joined into this position';
COMMENT ON COLUMN trades.mae IS 'largest adverse excursion, fraction of the entry price, positive; null where unknown';
COMMENT ON COLUMN trades.mfe IS 'largest favourable excursion, fraction of the entry price, positive; null where unknown';
