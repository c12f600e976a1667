-- A row is one funding payment of a perpetual contract.
CREATE TABLE funding (
    amount   DOUBLE,
    currency VARCHAR,
    rate     DOUBLE
);
COMMENT ON TABLE funding IS 'A row is one funding payment of a perpetual contract.';
COMMENT ON COLUMN funding.amount IS 'currency; positive is paid, negative received';
COMMENT ON COLUMN funding.currency IS 'such as USDT';
COMMENT ON COLUMN funding.rate IS 'fraction of the position; null where unknown';
