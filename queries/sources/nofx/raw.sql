-- What NoFx's files say, a table for each kind of object: a field is read when a column here has its name.
CREATE OR REPLACE TABLE raw.nofx_cycles (
    file VARCHAR, line BIGINT, position BIGINT,
    timestamp TIMESTAMP, cycle_number BIGINT, success BOOLEAN, error_message VARCHAR
);
CREATE OR REPLACE TABLE raw.nofx_accounts (
    file VARCHAR, line BIGINT, position BIGINT,
    total_balance DOUBLE, available_balance DOUBLE, total_unrealized_profit DOUBLE, position_count BIGINT
);
CREATE OR REPLACE TABLE raw.nofx_decisions (
    file VARCHAR, line BIGINT, position BIGINT,
    action VARCHAR, symbol VARCHAR, quantity DOUBLE, leverage DOUBLE, price DOUBLE, success BOOLEAN, error VARCHAR
);
CREATE OR REPLACE TABLE raw.nofx_plans (
    file VARCHAR, line BIGINT, position BIGINT,
    action VARCHAR, symbol VARCHAR, confidence DOUBLE, reasoning VARCHAR, leverage DOUBLE, position_size_usd DOUBLE,
    stop_loss DOUBLE, take_profit DOUBLE
);
CREATE OR REPLACE TABLE raw.nofx_positions (
    file VARCHAR, line BIGINT, position BIGINT,
    symbol VARCHAR, side VARCHAR, position_amt DOUBLE, entry_price DOUBLE, mark_price DOUBLE, unrealized_profit DOUBLE,
    leverage DOUBLE, liquidation_price DOUBLE
)
