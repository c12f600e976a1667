-- What freqtrade's database and backtest results say. A table of the database has the columns of all its generations.
CREATE OR REPLACE TABLE raw.trades (
    id VARCHAR, exchange VARCHAR, pair VARCHAR, stake_currency VARCHAR, is_open VARCHAR, fee_open VARCHAR, fee_close VARCHAR,
    open_rate VARCHAR, close_rate VARCHAR, close_profit VARCHAR, close_profit_abs VARCHAR, stake_amount VARCHAR, amount VARCHAR,
    open_date VARCHAR, close_date VARCHAR, max_rate VARCHAR, min_rate VARCHAR, sell_reason VARCHAR, exit_reason VARCHAR,
    strategy VARCHAR, timeframe VARCHAR, ticker_interval VARCHAR, trading_mode VARCHAR, leverage VARCHAR, is_short VARCHAR,
    funding_fees VARCHAR, enter_tag VARCHAR, buy_tag VARCHAR
);
CREATE OR REPLACE TABLE raw.orders (
    id VARCHAR, ft_trade_id VARCHAR, ft_order_side VARCHAR, ft_pair VARCHAR, order_id VARCHAR, status VARCHAR, symbol VARCHAR,
    order_type VARCHAR, side VARCHAR, price VARCHAR, average VARCHAR, amount VARCHAR, ft_amount VARCHAR, filled VARCHAR,
    order_date VARCHAR, order_filled_date VARCHAR, order_update_date VARCHAR
);
CREATE OR REPLACE TABLE raw.pairlocks (
    id VARCHAR, pair VARCHAR, side VARCHAR, reason VARCHAR, lock_time VARCHAR, lock_end_time VARCHAR, active VARCHAR
);
CREATE OR REPLACE TABLE raw.keyvaluestore (id VARCHAR, key VARCHAR, value_type VARCHAR, datetime_value VARCHAR);
CREATE OR REPLACE TABLE raw.freqtrade_backtests (
    file VARCHAR, line BIGINT, position BIGINT, key VARCHAR,
    backtest_start TIMESTAMP, backtest_start_ts TIMESTAMP, backtest_end TIMESTAMP, backtest_end_ts TIMESTAMP,
    backtest_run_start_ts TIMESTAMP, stake_currency VARCHAR, stake_amount JSON, starting_balance DOUBLE, dry_run_wallet DOUBLE,
    timeframe VARCHAR, daily_profit JSON,
    total_trades DOUBLE, wins DOUBLE, losses DOUBLE, draws DOUBLE, profit_total DOUBLE, profit_total_abs DOUBLE,
    profit_mean DOUBLE, profit_median DOUBLE, profit_factor DOUBLE, expectancy DOUBLE, sharpe DOUBLE, sortino DOUBLE, calmar DOUBLE,
    cagr DOUBLE, sqn DOUBLE, max_drawdown DOUBLE, max_drawdown_abs DOUBLE, max_drawdown_account DOUBLE, final_balance DOUBLE,
    market_change DOUBLE, winning_days DOUBLE, draw_days DOUBLE, losing_days DOUBLE, holding_avg_s DOUBLE, trades_per_day DOUBLE
);
CREATE OR REPLACE TABLE raw.freqtrade_backtest_trades (
    file VARCHAR, line BIGINT, position BIGINT, parent BIGINT,
    pair VARCHAR, amount DOUBLE, open_date TIMESTAMP, open_timestamp TIMESTAMP, close_date TIMESTAMP, close_timestamp TIMESTAMP,
    open_rate DOUBLE, close_rate DOUBLE, fee_open DOUBLE, fee_close DOUBLE, profit_abs DOUBLE, profit_ratio DOUBLE,
    exit_reason VARCHAR, sell_reason VARCHAR, is_open BOOLEAN, is_short BOOLEAN, leverage DOUBLE, funding_fees DOUBLE,
    min_rate DOUBLE, max_rate DOUBLE, enter_tag VARCHAR, buy_tag VARCHAR
);
INSERT INTO raw.passed_over VALUES
    ('alembic_version'), ('trade_custom_data'), ('sqlite_sequence'),
    ('trades.base_currency'), ('trades.fee_open_cost'), ('trades.fee_open_currency'), ('trades.fee_close_cost'),
    ('trades.fee_close_currency'), ('trades.open_rate_requested'), ('trades.open_trade_value'), ('trades.close_rate_requested'),
    ('trades.realized_profit'), ('trades.max_stake_amount'), ('trades.amount_requested'), ('trades.open_order_id'),
    ('trades.stop_loss'), ('trades.stop_loss_pct'), ('trades.initial_stop_loss'), ('trades.initial_stop_loss_pct'),
    ('trades.is_stop_loss_trailing'), ('trades.stoploss_order_id'), ('trades.stoploss_last_update'), ('trades.sell_order_status'),
    ('trades.exit_order_status'), ('trades.amount_precision'), ('trades.price_precision'),
    ('trades.precision_mode'), ('trades.precision_mode_price'), ('trades.contract_size'), ('trades.liquidation_price'),
    ('trades.interest_rate'), ('trades.funding_fee_running'), ('trades.record_version'),
    ('orders.ft_is_open'), ('orders.ft_price'), ('orders.ft_cancel_reason'), ('orders.remaining'), ('orders.cost'),
    ('orders.stop_price'), ('orders.funding_fee'), ('orders.ft_fee_base'), ('orders.ft_order_tag'),
    ('keyvaluestore.string_value'), ('keyvaluestore.float_value'), ('keyvaluestore.int_value');
INSERT INTO raw.passed_over
SELECT kind || '_bak' || CASE n WHEN -1 THEN '' ELSE CAST(n AS VARCHAR) END
FROM range(-1, 10) AS t(n) CROSS JOIN (VALUES ('trades'), ('orders'), ('pairlocks'), ('keyvaluestore')) AS k(kind)
