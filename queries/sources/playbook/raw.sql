-- What is read of trading.db: the tables and columns below, as they are named in the code of the bot and in its guide.
-- Every column takes the type of what it holds; one that the file lacks stays NULL.
CREATE OR REPLACE TABLE raw.trade_outcomes (
    rowid VARCHAR, id VARCHAR, signal_id VARCHAR, symbol VARCHAR, "interval" VARCHAR, entry_price VARCHAR,
    exit_price VARCHAR, entry_time VARCHAR, exit_time VARCHAR, predicted_direction VARCHAR, predicted_confidence VARCHAR,
    confidence VARCHAR, was_correct VARCHAR, pnl_percent VARCHAR, pnl_absolute VARCHAR, regime VARCHAR,
    is_paper_trade VARCHAR, closed_by VARCHAR, strategy_name VARCHAR
);
CREATE OR REPLACE TABLE raw.signals (
    rowid VARCHAR, id VARCHAR, timestamp VARCHAR, datetime VARCHAR, signal_type VARCHAR, confidence VARCHAR, price VARCHAR,
    stop_loss VARCHAR, take_profit VARCHAR, symbol VARCHAR, "interval" VARCHAR
);
CREATE OR REPLACE TABLE raw.confidence_history (
    rowid VARCHAR, id VARCHAR, symbol VARCHAR, "interval" VARCHAR, timestamp VARCHAR, confidence_score VARCHAR,
    validation_accuracy VARCHAR, drift_score VARCHAR, mode VARCHAR
);
CREATE OR REPLACE TABLE raw.learning_states (
    rowid VARCHAR, id VARCHAR, symbol VARCHAR, "interval" VARCHAR, mode VARCHAR, confidence_score VARCHAR,
    entered_at VARCHAR, reason VARCHAR
);
CREATE OR REPLACE TABLE raw.retraining_history (
    rowid VARCHAR, id VARCHAR, symbol VARCHAR, "interval" VARCHAR, triggered_at VARCHAR, trigger_reason VARCHAR,
    started_at VARCHAR, completed_at VARCHAR, duration_seconds VARCHAR, status VARCHAR, validation_accuracy VARCHAR,
    validation_confidence VARCHAR, n_epochs VARCHAR, error_message VARCHAR
);
CREATE OR REPLACE TABLE raw.candles (
    rowid VARCHAR, timestamp VARCHAR, open VARCHAR, high VARCHAR, low VARCHAR, close VARCHAR, volume VARCHAR,
    symbol VARCHAR, "interval" VARCHAR
);
CREATE OR REPLACE TABLE raw.news_articles (
    rowid VARCHAR, id VARCHAR, timestamp VARCHAR, datetime VARCHAR, source VARCHAR, title VARCHAR, url VARCHAR,
    sentiment_score VARCHAR, primary_symbol VARCHAR, relevance_score VARCHAR, processed VARCHAR
);
CREATE OR REPLACE TABLE raw.portfolio_snapshots (
    rowid VARCHAR, id VARCHAR, timestamp VARCHAR, total_value VARCHAR, cash VARCHAR, pnl VARCHAR
);
CREATE OR REPLACE TABLE raw.error_log (
    rowid VARCHAR, id VARCHAR, timestamp VARCHAR, message VARCHAR, error_message VARCHAR, error_type VARCHAR,
    component VARCHAR, symbol VARCHAR
);
CREATE OR REPLACE TABLE raw.positions (
    rowid VARCHAR, id VARCHAR, symbol VARCHAR, side VARCHAR, status VARCHAR, pnl VARCHAR, current_price VARCHAR,
    entry_price VARCHAR, quantity VARCHAR, updated_at VARCHAR
);
CREATE OR REPLACE TABLE raw.config (rowid VARCHAR, initial_capital VARCHAR);
CREATE OR REPLACE TABLE raw.trade_results (
    rowid VARCHAR, id VARCHAR, signal_id VARCHAR, entry_price VARCHAR, entry_time VARCHAR, exit_price VARCHAR,
    exit_time VARCHAR, direction VARCHAR, hit_target VARCHAR, hit_stop VARCHAR, pnl_percent VARCHAR, pnl_absolute VARCHAR
);
CREATE OR REPLACE TABLE raw.strategy_performance (
    rowid VARCHAR, strategy_name VARCHAR, symbol VARCHAR, "interval" VARCHAR, analyzed_at VARCHAR, total_trades VARCHAR,
    win_rate VARCHAR, avg_profit_pct VARCHAR, avg_loss_pct VARCHAR, profit_factor VARCHAR, sharpe_ratio VARCHAR,
    max_drawdown_pct VARCHAR, avg_holding_hours VARCHAR, best_regime VARCHAR, confidence_threshold VARCHAR,
    is_recommended VARCHAR, recommendation VARCHAR
);
CREATE OR REPLACE TABLE raw.prediction_history (
    rowid VARCHAR, id VARCHAR, timestamp VARCHAR, symbol VARCHAR, timeframe VARCHAR, predicted_direction VARCHAR,
    predicted_price VARCHAR, confidence VARCHAR, stop_loss VARCHAR, take_profit VARCHAR
);
-- report_*.json: the whole of a period, and each symbol's part of it
CREATE OR REPLACE TABLE raw.playbook_reports (
    file VARCHAR, line BIGINT, position BIGINT,
    "period.start" TIMESTAMP, "period.end" TIMESTAMP, "period.hours" DOUBLE, overall JSON
);
CREATE OR REPLACE TABLE raw.playbook_report_symbols (
    file VARCHAR, line BIGINT, position BIGINT, key VARCHAR,
    trades JSON, modes JSON, retraining JSON
);
CREATE OR REPLACE TABLE raw.playbook_report_alerts (
    file VARCHAR, line BIGINT, position BIGINT,
    symbol VARCHAR, severity VARCHAR, type VARCHAR, message VARCHAR
);
CREATE OR REPLACE TABLE raw.playbook_log (
    file VARCHAR, line BIGINT, position BIGINT,
    time TIMESTAMP, nth BIGINT, lines BIGINT, continuation VARCHAR, level VARCHAR, logger VARCHAR, message VARCHAR
);
-- how many debugging records of a log were left out
CREATE OR REPLACE TABLE raw.playbook_log_left_out (file VARCHAR, n BIGINT);
-- what is known and of no use here
INSERT INTO raw.passed_over VALUES
    ('trade_outcomes.predicted_probability'), ('trade_outcomes.actual_direction'), ('trade_outcomes.features_snapshot'),
    ('signals.strength'), ('signals.atr'), ('signals.notified'), ('signals.actual_outcome'), ('signals.outcome_price'),
    ('signals.outcome_timestamp'), ('signals.pnl_percent'),
    ('trade_results.stop_loss'), ('trade_results.take_profit'),
    ('learning_states.metadata'),
    ('retraining_history.trigger_metadata'), ('retraining_history.improvement_pct'), ('retraining_history.n_samples'),
    ('retraining_history.final_loss'),
    ('candles.id'), ('candles.datetime'),
    ('news_articles.description'), ('news_articles.content'), ('news_articles.author'), ('news_articles.sentiment_label'),
    ('news_articles.sentiment_compound'), ('news_articles.symbols'), ('news_articles.content_hash'),
    ('strategy_performance.id'), ('strategy_performance.created_at'),
    ('prediction_history.target_price'), ('prediction_history.rules_passed'), ('prediction_history.rules_total'),
    ('prediction_history.market_context'), ('prediction_history.actual_price'), ('prediction_history.actual_direction'),
    ('prediction_history.is_correct'), ('prediction_history.profit_loss_pct'), ('prediction_history.closed_at'),
    ('prediction_history.notes'), ('prediction_history.created_at'),
    ('config.id'), ('sentiment_features')
