-- A row is money that came in or went out.
CREATE TABLE cash_flows (
    amount   DOUBLE,
    currency VARCHAR,
    kind     VARCHAR,
    origin   VARCHAR
);
COMMENT ON TABLE cash_flows IS 'A row is money that came in or went out.';
COMMENT ON COLUMN cash_flows.amount IS 'currency; positive is a deposit, negative a withdrawal';
COMMENT ON COLUMN cash_flows.currency IS 'such as USDT';
COMMENT ON COLUMN cash_flows.kind IS 'deposit, withdrawal, or as the source calls it';
COMMENT ON COLUMN cash_flows.origin IS 'source (the bot recorded it), derived (the bot computed it) or operator (flows.csv)';
