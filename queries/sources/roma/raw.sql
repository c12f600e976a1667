-- What ROMA-01's files say, a table for each kind of object: a field is read when a column here has its name. Of an array of
-- cycles, parent is the position of the cycle; agent_id is filled where one file holds several agents.
CREATE OR REPLACE TABLE raw.roma_cycles (
    file VARCHAR, line BIGINT, position BIGINT,
    timestamp TIMESTAMP, cycle_number BIGINT, cycle BIGINT, agent_id VARCHAR
);
CREATE OR REPLACE TABLE raw.roma_accounts (
    file VARCHAR, line BIGINT, position BIGINT, parent BIGINT,
    total_wallet_balance DOUBLE, total_balance DOUBLE, gross_total_balance DOUBLE, adjusted_total_balance DOUBLE,
    available_balance DOUBLE, total_unrealized_profit DOUBLE, unrealized_pnl DOUBLE, external_cash_flow DOUBLE
);
CREATE OR REPLACE TABLE raw.roma_decisions (
    file VARCHAR, line BIGINT, position BIGINT, parent BIGINT,
    action VARCHAR, symbol VARCHAR, confidence DOUBLE, reasoning VARCHAR, reason VARCHAR, leverage DOUBLE,
    position_size_usd DOUBLE, stop_loss DOUBLE, take_profit DOUBLE, quantity DOUBLE, close_quantity DOUBLE
);
CREATE OR REPLACE TABLE raw.roma_executions (
    file VARCHAR, line BIGINT, position BIGINT, parent BIGINT,
    success BOOLEAN, message VARCHAR
);
CREATE OR REPLACE TABLE raw.roma_positions (
    file VARCHAR, line BIGINT, position BIGINT, parent BIGINT,
    symbol VARCHAR, side VARCHAR, position_amt DOUBLE, entry_price DOUBLE, mark_price DOUBLE, unrealized_profit DOUBLE,
    leverage DOUBLE, liquidation_price DOUBLE
);
CREATE OR REPLACE TABLE raw.roma_trades (
    file VARCHAR, line BIGINT, position BIGINT,
    symbol VARCHAR, side VARCHAR, entry_price DOUBLE, close_price DOUBLE, quantity DOUBLE, leverage DOUBLE,
    open_time TIMESTAMP, close_time TIMESTAMP, pnl_usdt DOUBLE, agent_id VARCHAR
);
CREATE OR REPLACE TABLE raw.roma_fills (
    file VARCHAR, line BIGINT, position BIGINT,
    id VARCHAR, order_id VARCHAR, symbol VARCHAR, side VARCHAR, position_side VARCHAR, price DOUBLE, quantity DOUBLE,
    realized_pnl DOUBLE, commission DOUBLE, commission_asset VARCHAR, time TIMESTAMP
);
CREATE OR REPLACE TABLE raw.roma_equity (
    file VARCHAR, line BIGINT, position BIGINT,
    timestamp TIMESTAMP, cycle BIGINT, equity DOUBLE, adjusted_equity DOUBLE, gross_equity DOUBLE,
    unrealized_pnl DOUBLE, pnl DOUBLE, external_cash_flow DOUBLE, agent_id VARCHAR
);
CREATE OR REPLACE TABLE raw.roma_cash (
    file VARCHAR, line BIGINT, position BIGINT,
    net_deposits DOUBLE
);
CREATE OR REPLACE TABLE raw.roma_messages (
    file VARCHAR, line BIGINT, position BIGINT,
    timestamp VARCHAR, "status.agent_id" VARCHAR
);
-- the bot's own figures, whatever they are
CREATE OR REPLACE TABLE raw.roma_performance (
    file VARCHAR, line BIGINT, position BIGINT, parent BIGINT,
    total_trades JSON, wins JSON, losses JSON, winning_trades JSON, losing_trades JSON, win_rate JSON, avg_profit JSON,
    avg_win JSON, avg_loss JSON, gross_profit JSON, gross_loss JSON, profit_factor JSON, sharpe_ratio JSON,
    max_drawdown JSON, max_drawdown_pct JSON, total_pnl JSON, best_trade JSON, worst_trade JSON, largest_win JSON,
    largest_loss JSON, current_streak JSON
);
CREATE OR REPLACE TABLE raw.roma_analytics (
    file VARCHAR, line BIGINT, position BIGINT,
    total_trades JSON, winning_trades JSON, losing_trades JSON, avg_trade_size JSON, median_trade_size JSON,
    avg_hold_mins JSON, median_hold_mins JSON, avg_leverage JSON, median_leverage JSON, pct_long JSON, pct_short JSON,
    pct_flat JSON, win_rate JSON, expectancy JSON, biggest_win JSON, biggest_loss JSON, avg_win JSON, avg_loss JSON,
    avg_confidence JSON, median_confidence JSON, performance JSON, trade_distribution JSON, risk_metrics JSON
);
CREATE OR REPLACE TABLE raw.roma_agents (
    file VARCHAR, line BIGINT, position BIGINT,
    id VARCHAR, agent_id VARCHAR, name JSON, is_running JSON, cycle_count JSON, runtime_minutes JSON, dex_type JSON,
    account_id JSON, model_id JSON, model_provider JSON, last_decision_time JSON, config JSON
);
CREATE OR REPLACE TABLE raw.roma_suggestions (
    file VARCHAR, line BIGINT, position BIGINT,
    timestamp TIMESTAMP, type VARCHAR, symbol VARCHAR, action VARCHAR, confidence DOUBLE, chain_of_thought VARCHAR,
    reasoning VARCHAR, leverage DOUBLE, stop_loss DOUBLE, take_profit DOUBLE, quantity DOUBLE, price DOUBLE
);
CREATE OR REPLACE TABLE raw.roma_log (
    file VARCHAR, line BIGINT, position BIGINT,
    time TIMESTAMP, nth BIGINT, lines BIGINT, continuation VARCHAR, level VARCHAR, module VARCHAR, message VARCHAR
);
-- What the stretch of a log before this one said last of the trading lock, and how many debugging records were left out.
CREATE OR REPLACE TABLE raw.roma_log_held (file VARCHAR, holder VARCHAR, gave VARCHAR);
CREATE OR REPLACE TABLE raw.roma_log_left_out (file VARCHAR, n BIGINT);
-- tables of the fork, under their own names
CREATE OR REPLACE TABLE raw.trades (
    rowid VARCHAR, agent_id VARCHAR, symbol VARCHAR, side VARCHAR, entry_price VARCHAR, close_price VARCHAR,
    quantity VARCHAR, leverage VARCHAR, open_time VARCHAR, close_time VARCHAR, pnl_usdt VARCHAR
);
CREATE OR REPLACE TABLE raw.equity_history (
    rowid VARCHAR, agent_id VARCHAR, timestamp VARCHAR, cycle VARCHAR, equity VARCHAR, adjusted_equity VARCHAR,
    gross_equity VARCHAR, unrealized_pnl VARCHAR, pnl VARCHAR, external_cash_flow VARCHAR
);
CREATE OR REPLACE TABLE raw.decision_logs (
    rowid VARCHAR, agent_id VARCHAR, cycle_number VARCHAR, timestamp VARCHAR, decisions VARCHAR, account_state VARCHAR,
    positions VARCHAR
);
-- when an account or positions were so, whatever kind of file says it
CREATE OR REPLACE TABLE raw.roma_instants (
    file VARCHAR, position BIGINT, agent VARCHAR, time TIMESTAMP, origin VARCHAR, preference INTEGER, id VARCHAR
);
-- an execution of a rebuilt trade; short of it is what closes a position that was not seen to open
CREATE OR REPLACE TABLE raw.roma_legs (
    agent VARCHAR, symbol VARCHAR, side VARCHAR, trade VARCHAR, fill VARCHAR, time TIMESTAMP, role VARCHAR,
    quantity DECIMAL(38, 12), price DOUBLE, fee DOUBLE, fee_currency VARCHAR, realised DOUBLE, held DECIMAL(38, 12),
    unseen DECIMAL(38, 12), file VARCHAR, last_leg BOOLEAN
);
INSERT INTO raw.passed_over VALUES
    ('trades.id'), ('trades.pnl_pct'), ('trades.created_at'), ('equity_history.id'), ('equity_history.net_deposits'),
    ('equity_history.created_at'), ('decision_logs.id'), ('decision_logs.chain_of_thought'), ('decision_logs.created_at');
UPDATE raw.told SET agent = COALESCE(agent, 'unnamed')
