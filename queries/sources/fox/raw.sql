-- What fox_crypto's files and its schema monitoring say: a field or column is read when a column here has its name.
CREATE OR REPLACE TABLE raw.fox_snapshots (
    file VARCHAR, line BIGINT, position BIGINT,
    timestamp TIMESTAMP,
    "metrics.positions.total" DOUBLE, "metrics.positions.binance" DOUBLE, "metrics.positions.bybit" DOUBLE,
    "metrics.positions.unprotected" DOUBLE,
    "metrics.activity.new_opened" DOUBLE, "metrics.activity.new_on_binance" DOUBLE, "metrics.activity.new_on_bybit" DOUBLE,
    "metrics.activity.prices_updated" DOUBLE, "metrics.activity.ts_activated" DOUBLE, "metrics.activity.sl_updates" DOUBLE,
    "metrics.activity.closed" DOUBLE,
    "metrics.issues.aged" DOUBLE, "metrics.issues.zombies" DOUBLE, "metrics.issues.emergency" DOUBLE,
    "metrics.issues.errors" DOUBLE, "metrics.issues.ws_reconnects" DOUBLE
);
-- A row is a figure of a snapshot.
CREATE OR REPLACE VIEW raw.fox_figures AS
SELECT file, line, position, timestamp, replace(name, 'metrics.', '') AS metric, value
FROM (UNPIVOT raw.fox_snapshots ON COLUMNS('^metrics\.') INTO NAME name VALUE value);
-- A row is a snapshot, and whether it is a failed collection: the collector writes zeros when it cannot ask the
-- database. All figures are 0 then, while the nearest snapshots of the file that are not all zero have positions, the
-- later one some that were not opened in its own minute. The last ones of a file count as failed until it goes on.
CREATE OR REPLACE VIEW raw.fox_collections AS
WITH sums AS (
    SELECT file, line, position, timestamp,
           SUM(value) FILTER (metric = 'positions.total') AS total,
           SUM(value) FILTER (metric = 'activity.new_opened') AS opened,
           BOOL_AND(value = 0) AS nothing
    FROM raw.fox_figures
    GROUP BY file, line, position, timestamp
),
neighbours AS (
    SELECT *,
           last_value(CASE WHEN NOT nothing THEN {'total': total, 'opened': opened} END IGNORE NULLS) OVER (
               PARTITION BY file ORDER BY timestamp, position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before,
           first_value(CASE WHEN NOT nothing THEN {'total': total, 'opened': opened} END IGNORE NULLS) OVER (
               PARTITION BY file ORDER BY timestamp, position ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS later
    FROM sums
)
SELECT file, line, position, timestamp, total,
       COALESCE(nothing AND total = 0 AND before.total > 0
                AND (later IS NULL OR later.total > COALESCE(later.opened, 0)), false) AS failed
FROM neighbours;
CREATE OR REPLACE TABLE raw.fox_reports (
    file VARCHAR, line BIGINT, position BIGINT,
    monitoring_start TIMESTAMP, monitoring_end TIMESTAMP, monitoring_duration_minutes BIGINT,
    total_alerts BIGINT, critical_alerts BIGINT, warning_alerts BIGINT, metrics_summary JSON
);
CREATE OR REPLACE TABLE raw.fox_alerts (
    file VARCHAR, line BIGINT, position BIGINT,
    severity VARCHAR, message VARCHAR, timestamp TIMESTAMP
);
-- The log analysis repeats times as the log writes them, with a comma: they are read in SQL.
CREATE OR REPLACE TABLE raw.fox_analyses (
    file VARCHAR, line BIGINT, position BIGINT,
    log_file VARCHAR, analysis_timestamp VARCHAR, summary JSON, "time_range.start" VARCHAR, "time_range.end" VARCHAR
);
CREATE OR REPLACE TABLE raw.fox_samples (
    file VARCHAR, line BIGINT, position BIGINT,
    timestamp VARCHAR, module VARCHAR, message VARCHAR
);
CREATE OR REPLACE TABLE raw.fox_log (
    file VARCHAR, line BIGINT, position BIGINT,
    time TIMESTAMP, nth BIGINT, lines BIGINT, continuation VARCHAR,
    logger VARCHAR, level VARCHAR, message VARCHAR
);
-- Of 2025 and of 2026: their times are without and with a zone, and each has columns that the other lacks.
CREATE OR REPLACE TABLE raw.positions (
    id VARCHAR, signal_id VARCHAR, symbol VARCHAR, exchange VARCHAR, side VARCHAR, quantity VARCHAR, entry_price VARCHAR,
    current_price VARCHAR, exit_price VARCHAR, unrealized_pnl VARCHAR, realized_pnl VARCHAR, pnl VARCHAR,
    pnl_percentage VARCHAR, fees VARCHAR, status VARCHAR, exit_reason VARCHAR, leverage VARCHAR, opened_at VARCHAR,
    closed_at VARCHAR, updated_at VARCHAR, created_at VARCHAR
);
CREATE OR REPLACE TABLE raw.events (
    id VARCHAR, event_type VARCHAR, event_data VARCHAR, correlation_id VARCHAR, position_id VARCHAR, order_id VARCHAR,
    symbol VARCHAR, exchange VARCHAR, severity VARCHAR, error_message VARCHAR, stack_trace VARCHAR, created_at VARCHAR
);
CREATE OR REPLACE TABLE raw.trades (
    id VARCHAR, symbol VARCHAR, exchange VARCHAR, side VARCHAR, quantity VARCHAR, price VARCHAR, executed_qty VARCHAR,
    average_price VARCHAR, order_id VARCHAR, status VARCHAR, fee VARCHAR, fee_currency VARCHAR, executed_at VARCHAR,
    updated_at VARCHAR
);
CREATE OR REPLACE TABLE raw.orders (
    id VARCHAR, position_id VARCHAR, exchange VARCHAR, symbol VARCHAR, order_id VARCHAR, type VARCHAR, side VARCHAR,
    size VARCHAR, price VARCHAR, status VARCHAR, filled VARCHAR, fee VARCHAR, fee_currency VARCHAR, created_at VARCHAR,
    updated_at VARCHAR
);
CREATE OR REPLACE TABLE raw.trailing_stop_state (
    id VARCHAR, symbol VARCHAR, exchange VARCHAR, position_id VARCHAR, state VARCHAR, is_activated VARCHAR,
    highest_price VARCHAR, lowest_price VARCHAR, current_stop_price VARCHAR, activation_price VARCHAR,
    activation_percent VARCHAR, callback_percent VARCHAR, entry_price VARCHAR, side VARCHAR, quantity VARCHAR,
    update_count VARCHAR, highest_profit_percent VARCHAR, created_at VARCHAR, activated_at VARCHAR,
    last_update_time VARCHAR
);
CREATE OR REPLACE TABLE raw.performance_metrics (
    id VARCHAR, period VARCHAR, total_trades VARCHAR, winning_trades VARCHAR, losing_trades VARCHAR, total_pnl VARCHAR,
    win_rate VARCHAR, profit_factor VARCHAR, sharpe_ratio VARCHAR, max_drawdown VARCHAR, avg_win VARCHAR,
    avg_loss VARCHAR, created_at VARCHAR
);
CREATE OR REPLACE TABLE raw.event_performance_metrics (
    id VARCHAR, metric_name VARCHAR, metric_value VARCHAR, tags VARCHAR, recorded_at VARCHAR
);
CREATE OR REPLACE TABLE raw.risk_events (
    id VARCHAR, event_type VARCHAR, risk_level VARCHAR, position_id VARCHAR, details VARCHAR, created_at VARCHAR
);
CREATE OR REPLACE TABLE raw.risk_violations (
    id VARCHAR, violation_type VARCHAR, risk_level VARCHAR, message VARCHAR, timestamp VARCHAR
);
-- Text that is a JSON object stays one; any other text becomes the value of one.
CREATE OR REPLACE MACRO raw.fox_object(x) AS
    CASE WHEN x IS NULL THEN NULL
         WHEN NOT json_valid(x) THEN CAST(json_object('value', x) AS JSON)
         WHEN json_type(x) = 'OBJECT' THEN CAST(x AS JSON)
         ELSE CAST(json_object('value', x) AS JSON) END;
-- Two objects as one, without what is NULL; NULL where nothing is left.
CREATE OR REPLACE MACRO raw.fox_data(a, b) AS
    NULLIF(CAST(json_merge_patch(CAST('{}' AS JSON), COALESCE(json_merge_patch(a, b), a, b)) AS VARCHAR), '{}');
-- An error's id wherever it is repeated: the log analysis and the log itself name the same.
CREATE OR REPLACE MACRO raw.fox_log_id(instant, level, logger, message, nth) AS
    concat_ws('-', 'log', epoch_us(instant), md5(concat_ws(' ', level, logger, message)), nth);
-- A field of a dictionary as Python writes it: 'text', number, Decimal('number') or None.
CREATE OR REPLACE MACRO raw.fox_field(dictionary, field) AS
    NULLIF(NULLIF(regexp_extract(dictionary, '''' || field || ''':\s*(?:Decimal\()?[''"]?([^''",}]*)', 1), 'None'), '');
-- What is known and of no use here, so that a note names only what is new.
INSERT INTO raw.passed_over
SELECT unnest([
    'transaction_log', 'params', 'schema_migrations', 'alembic_version',
    'positions.stop_loss_price', 'positions.take_profit_price', 'positions.stop_loss', 'positions.take_profit',
    'positions.trailing_activated', 'positions.error_details', 'positions.retry_count', 'positions.last_error_at',
    'positions.has_trailing_stop', 'positions.has_stop_loss', 'positions.exchange_order_id',
    'positions.trailing_activation_percent', 'positions.trailing_callback_percent', 'positions.signal_stop_loss_percent',
    'positions.spread_at_entry',
    'trades.signal_id', 'trades.order_type', 'trades.client_order_id', 'orders.client_order_id', 'orders.remaining',
    'trailing_stop_state.stop_order_id', 'trailing_stop_state.last_sl_update_time',
    'trailing_stop_state.last_updated_sl_price', 'trailing_stop_state.last_peak_save_time',
    'trailing_stop_state.last_saved_peak_price', 'trailing_stop_state.metadata'
]) AS name
