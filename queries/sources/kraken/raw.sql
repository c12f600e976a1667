-- What the Kraken bot and its monitor say, a table for each kind of object: a field is read when a column here has its
-- name. Counts since 1970 stay numbers: the monitor writes seconds with a fraction, the database milliseconds.
CREATE OR REPLACE TABLE raw.kraken_metrics (
    file VARCHAR, line BIGINT, position BIGINT,
    timestamp DOUBLE,
    trades_executed DOUBLE, trades_successful DOUBLE, trades_failed DOUBLE, success_rate DOUBLE,
    total_pnl DOUBLE, daily_pnl DOUBLE,
    nonce_failures DOUBLE, nonce_generation_rate DOUBLE, websocket_reconnects DOUBLE, websocket_latency_ms DOUBLE,
    websocket_connection_count DOUBLE, api_errors DOUBLE, api_error_rate DOUBLE,
    memory_usage_mb DOUBLE, cpu_usage_percent DOUBLE, log_file_size_mb DOUBLE, log_rotation_count DOUBLE,
    balance_manager_response_time DOUBLE, trade_execution_time_ms DOUBLE, balance_check_time_ms DOUBLE,
    order_processing_time_ms DOUBLE,
    -- as the guide calls them
    trade_execution_time DOUBLE, balance_check_time DOUBLE,
    balance_manager_health VARCHAR, websocket_status VARCHAR
);
CREATE OR REPLACE TABLE raw.kraken_messages (
    file VARCHAR, line BIGINT, position BIGINT,
    type VARCHAR, timestamp DOUBLE
);
CREATE OR REPLACE TABLE raw.kraken_alerts (
    file VARCHAR, line BIGINT, position BIGINT,
    id VARCHAR, metric VARCHAR, message VARCHAR, severity VARCHAR, value DOUBLE, timestamp DOUBLE, resolved BOOLEAN
);
CREATE OR REPLACE TABLE raw.kraken_status (
    file VARCHAR, line BIGINT, position BIGINT,
    status VARCHAR, message VARCHAR, last_update TIMESTAMP, uptime_minutes DOUBLE, metrics_summary JSON
);
CREATE OR REPLACE TABLE raw.kraken_thresholds (
    file VARCHAR, line BIGINT, position BIGINT,
    memory_usage_mb DOUBLE, log_file_size_mb DOUBLE, nonce_generation_rate DOUBLE, websocket_reconnects_per_hour DOUBLE,
    api_error_rate_percent DOUBLE, trading_success_rate_percent DOUBLE, daily_pnl_loss_limit DOUBLE,
    balance_manager_response_time DOUBLE, websocket_latency_ms DOUBLE, trade_execution_time_ms DOUBLE
);
CREATE OR REPLACE TABLE raw.kraken_config (
    file VARCHAR, line BIGINT, position BIGINT,
    monitoring JSON, dashboard JSON
);
CREATE OR REPLACE TABLE raw.kraken_paper (
    file VARCHAR, line BIGINT, position BIGINT,
    starting_balance DOUBLE, current_balance DOUBLE, peak_balance DOUBLE, total_pnl DOUBLE, total_trades DOUBLE,
    winning_trades DOUBLE, losing_trades DOUBLE, max_drawdown DOUBLE, last_updated TIMESTAMP
);
CREATE OR REPLACE TABLE raw.kraken_paper_trades (
    file VARCHAR, line BIGINT, position BIGINT,
    timestamp TIMESTAMP, symbol VARCHAR, side VARCHAR, amount DOUBLE, price DOUBLE, pnl DOUBLE, balance_after DOUBLE
);
CREATE OR REPLACE TABLE raw.kraken_log (
    file VARCHAR, line BIGINT, position BIGINT,
    time TIMESTAMP, nth BIGINT, lines BIGINT, continuation VARCHAR, level VARCHAR, logger VARCHAR, message VARCHAR
);
CREATE OR REPLACE TABLE raw.positions (
    position_id VARCHAR, symbol VARCHAR, position_type VARCHAR, status VARCHAR, original_size VARCHAR,
    current_size VARCHAR, avg_entry_price VARCHAR, current_price VARCHAR, realized_pnl VARCHAR, unrealized_pnl VARCHAR,
    total_fees VARCHAR, entry_fees VARCHAR, exit_fees VARCHAR, created_at VARCHAR, updated_at VARCHAR,
    closed_at VARCHAR, strategy VARCHAR
);
CREATE OR REPLACE TABLE raw.trade_history (
    trade_id VARCHAR, position_id VARCHAR, order_id VARCHAR, symbol VARCHAR, trade_type VARCHAR, order_type VARCHAR,
    size VARCHAR, price VARCHAR, executed_size VARCHAR, executed_price VARCHAR, fees VARCHAR, fee_currency VARCHAR,
    status VARCHAR, execution_time VARCHAR, created_at VARCHAR, strategy VARCHAR, trade_pnl VARCHAR
);
CREATE OR REPLACE TABLE raw.portfolio_metrics (
    id VARCHAR, timestamp_ms VARCHAR, total_value VARCHAR, cash_balance VARCHAR, position_value VARCHAR,
    total_pnl VARCHAR, daily_pnl VARCHAR, daily_return_pct VARCHAR, total_return_pct VARCHAR, sharpe_ratio VARCHAR,
    max_drawdown_pct VARCHAR, volatility VARCHAR, open_positions VARCHAR, trades_today VARCHAR, fees_today VARCHAR
);
CREATE OR REPLACE TABLE raw.balance_history (
    id VARCHAR, asset VARCHAR, balance VARCHAR, hold_trade VARCHAR, change_reason VARCHAR, timestamp_ms VARCHAR,
    balance_change VARCHAR
);
CREATE OR REPLACE TABLE raw.performance_analytics (
    id VARCHAR, period_type VARCHAR, period_start VARCHAR, period_end VARCHAR, start_value VARCHAR, end_value VARCHAR,
    total_return VARCHAR, total_return_pct VARCHAR, sharpe_ratio VARCHAR, sortino_ratio VARCHAR, calmar_ratio VARCHAR,
    max_drawdown VARCHAR, max_drawdown_pct VARCHAR, volatility VARCHAR, total_trades VARCHAR, winning_trades VARCHAR,
    losing_trades VARCHAR, win_rate VARCHAR, avg_win VARCHAR, avg_loss VARCHAR, profit_factor VARCHAR,
    total_fees VARCHAR, total_volume VARCHAR
);
INSERT INTO raw.passed_over VALUES
    ('sqlite_sequence'), ('system_metadata'), ('schema_version'), ('balance_history_recent'), ('balance_history_daily'),
    ('positions.total_pnl'), ('positions.tags'), ('positions.metadata'), ('positions.max_drawdown'),
    ('positions.max_profit'), ('positions.hold_time_seconds'),
    ('trade_history.execution_venue'), ('trade_history.slippage'), ('trade_history.market_impact'),
    ('trade_history.cumulative_pnl'), ('trade_history.bid_price'), ('trade_history.ask_price'),
    ('trade_history.spread'), ('trade_history.volume_24h'), ('trade_history.metadata'), ('trade_history.error_message'),
    ('portfolio_metrics.*'), ('balance_history.*'), ('performance_analytics.*')
