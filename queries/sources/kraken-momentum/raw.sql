-- What kraken-momentum-trader's database says.
CREATE OR REPLACE TABLE raw.trades (
    id VARCHAR, trade_id VARCHAR, pair VARCHAR, side VARCHAR, entry_price VARCHAR, exit_price VARCHAR, size VARCHAR,
    entry_time VARCHAR, exit_time VARCHAR, pnl VARCHAR, pnl_percent VARCHAR, fees VARCHAR, exit_reason VARCHAR, metadata VARCHAR
);
CREATE OR REPLACE TABLE raw.daily_metrics (
    date VARCHAR, total_trades VARCHAR, wins VARCHAR, losses VARCHAR, pnl VARCHAR, fees VARCHAR, volume_usd VARCHAR,
    max_drawdown VARCHAR
);
CREATE OR REPLACE TABLE raw.ml_samples (
    id VARCHAR, timestamp VARCHAR, pair VARCHAR, signal_type VARCHAR, entry_price VARCHAR, exit_price VARCHAR, pnl VARCHAR,
    pnl_percent VARCHAR, outcome VARCHAR, hold_duration_hours VARCHAR
);
CREATE OR REPLACE TABLE raw.ml_pending (order_id VARCHAR, timestamp VARCHAR, pair VARCHAR, signal_type VARCHAR, entry_price VARCHAR);
INSERT INTO raw.passed_over VALUES
    ('state'), ('config_backup'), ('sqlite_sequence'), ('trades.size_usd'), ('trades.num_entries'), ('trades.created_at'),
    ('daily_metrics.updated_at'), ('ml_samples.features'), ('ml_samples.created_at'), ('ml_pending.features'), ('ml_pending.created_at')
