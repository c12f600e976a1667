-- What ROMA-01's files say, a table for each kind of object: a field is read when a column here has its name.
CREATE OR REPLACE TABLE raw.roma_cycles (
    file VARCHAR, line BIGINT, position BIGINT,
    timestamp TIMESTAMP, cycle_number BIGINT, cycle BIGINT
);
CREATE OR REPLACE TABLE raw.roma_accounts (
    file VARCHAR, line BIGINT, position BIGINT,
    total_wallet_balance DOUBLE, total_balance DOUBLE, gross_total_balance DOUBLE, adjusted_total_balance DOUBLE,
    available_balance DOUBLE, total_unrealized_profit DOUBLE, unrealized_pnl DOUBLE, external_cash_flow DOUBLE
);
CREATE OR REPLACE TABLE raw.roma_decisions (
    file VARCHAR, line BIGINT, position BIGINT,
    action VARCHAR, symbol VARCHAR, confidence DOUBLE, reasoning VARCHAR, reason VARCHAR, leverage DOUBLE,
    position_size_usd DOUBLE, stop_loss DOUBLE, take_profit DOUBLE, quantity DOUBLE, close_quantity DOUBLE
);
CREATE OR REPLACE TABLE raw.roma_positions (
    file VARCHAR, line BIGINT, position BIGINT,
    symbol VARCHAR, side VARCHAR, position_amt DOUBLE, entry_price DOUBLE, mark_price DOUBLE, unrealized_profit DOUBLE,
    leverage DOUBLE, liquidation_price DOUBLE
);
CREATE OR REPLACE TABLE raw.roma_trades (
    file VARCHAR, line BIGINT, position BIGINT,
    symbol VARCHAR, side VARCHAR, entry_price DOUBLE, close_price DOUBLE, quantity DOUBLE, leverage DOUBLE,
    open_time TIMESTAMP, close_time TIMESTAMP, pnl_usdt DOUBLE
);
CREATE OR REPLACE TABLE raw.roma_equity (
    file VARCHAR, line BIGINT, position BIGINT,
    timestamp TIMESTAMP, cycle BIGINT, equity DOUBLE, adjusted_equity DOUBLE, gross_equity DOUBLE,
    unrealized_pnl DOUBLE, pnl DOUBLE, external_cash_flow DOUBLE
);
CREATE OR REPLACE TABLE raw.roma_cash (
    file VARCHAR, line BIGINT, position BIGINT,
    net_deposits DOUBLE
)
