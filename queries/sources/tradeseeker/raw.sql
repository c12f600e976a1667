-- What TradeSeeker's files say, a table for each kind of object. parent is the cycle's place in its file, key the symbol.
CREATE OR REPLACE TABLE raw.tradeseeker_trades (
    file VARCHAR, line BIGINT, position BIGINT,
    symbol VARCHAR, direction VARCHAR, entry_price DOUBLE, exit_price DOUBLE, quantity DOUBLE, pnl DOUBLE,
    entry_time TIMESTAMP, exit_time TIMESTAMP, leverage DOUBLE, close_reason VARCHAR, exchange_order_id VARCHAR
);
CREATE OR REPLACE TABLE raw.tradeseeker_performance (
    file VARCHAR, line BIGINT, position BIGINT,
    cycle BIGINT, timestamp TIMESTAMP, total_value DOUBLE, total_return DOUBLE, sharpe_ratio DOUBLE, open_positions BIGINT,
    available_cash DOUBLE, total_trades BIGINT
);
CREATE OR REPLACE TABLE raw.tradeseeker_cycles (
    file VARCHAR, line BIGINT, position BIGINT,
    cycle BIGINT, timestamp TIMESTAMP, status VARCHAR
);
CREATE OR REPLACE TABLE raw.tradeseeker_decisions (
    file VARCHAR, line BIGINT, position BIGINT, parent BIGINT, key VARCHAR,
    signal VARCHAR, direction VARCHAR, leverage DOUBLE, quantity_usd DOUBLE, confidence DOUBLE, profit_target DOUBLE,
    stop_loss DOUBLE, current_price DOUBLE, runtime_decision VARCHAR, justification VARCHAR
)
