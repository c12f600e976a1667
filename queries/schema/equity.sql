-- A row is the value of an account at an instant.
CREATE TABLE equity (
    value          DOUBLE,
    available      DOUBLE,
    unrealised     DOUBLE,
    flow           DOUBLE,
    currency       VARCHAR,
    basis          VARCHAR,
    origin         VARCHAR,
    preference     INTEGER,
    value_reported DOUBLE
);
COMMENT ON TABLE equity IS 'A row is the value of an account at an instant.';
COMMENT ON COLUMN equity.value IS 'account value with unrealised P&L, in currency';
COMMENT ON COLUMN equity.available IS 'free balance, in currency; null where unknown';
COMMENT ON COLUMN equity.unrealised IS 'unrealised P&L, in currency; null where unknown';
COMMENT ON COLUMN equity.flow IS 'deposits minus withdrawals since the point before, where the source says so itself; null where it does not';
COMMENT ON COLUMN equity.currency IS 'such as USDT';
COMMENT ON COLUMN equity.basis IS 'reported by the bot, or modelled from capital and stake';
COMMENT ON COLUMN equity.origin IS 'which file or table of the source';
COMMENT ON COLUMN equity.preference IS '1 is the best origin that the system has; a sample takes the lowest there is and never mixes two';
COMMENT ON COLUMN equity.value_reported IS 'another figure that the bot calls equity, such as one adjusted for deposits; null where there is none';
