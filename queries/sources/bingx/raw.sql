-- What the bot's database, audit log and web pages say. The values of a database are of any type.
CREATE OR REPLACE TABLE raw.orders (
    id VARCHAR, created_at VARCHAR, broker_order_id VARCHAR, status VARCHAR, symbol VARCHAR, side VARCHAR,
    price VARCHAR, quantity VARCHAR, filled_quantity VARCHAR, signal_metadata VARCHAR
);
CREATE OR REPLACE TABLE raw.positions (id VARCHAR, symbol VARCHAR, size VARCHAR, avg_price VARCHAR, updated_at VARCHAR);
CREATE OR REPLACE TABLE raw.signals (id VARCHAR);
INSERT INTO raw.passed_over VALUES ('alembic_version');
CREATE OR REPLACE TABLE raw.bingx_audit (
    file VARCHAR, line BIGINT, position BIGINT,
    timestamp TIMESTAMP, level VARCHAR, logger VARCHAR, message VARCHAR, event_type VARCHAR, data JSON,
    system_info JSON, exception VARCHAR, service VARCHAR, logged VARCHAR, output VARCHAR
);
CREATE OR REPLACE TABLE raw.bingx_status (
    file VARCHAR, line BIGINT, position BIGINT, healthy BOOLEAN, ready BOOLEAN, components JSON, config JSON
);
CREATE OR REPLACE TABLE raw.bingx_health (
    file VARCHAR, line BIGINT, position BIGINT, status VARCHAR, detail VARCHAR
);
CREATE OR REPLACE TABLE raw.prometheus_samples (
    file VARCHAR, line BIGINT, position BIGINT,
    time TIMESTAMP, metric VARCHAR, labels VARCHAR, type VARCHAR, value DOUBLE
);
CREATE OR REPLACE TABLE raw.prometheus_answers (
    file VARCHAR, line BIGINT, position BIGINT,
    status VARCHAR, "errorType" VARCHAR, error VARCHAR, warnings JSON, infos JSON, "data.resultType" VARCHAR
);
CREATE OR REPLACE TABLE raw.prometheus_series (
    file VARCHAR, line BIGINT, position BIGINT,
    metric JSON, "values" JSON, value JSON, histograms JSON, histogram JSON
);
-- NUMERIC(38,18), whatever type SQLite made of it: a real number is taken by its shortest decimal form
CREATE OR REPLACE MACRO raw.exact(x) AS TRY_CAST(CAST(x AS VARCHAR) AS DECIMAL(38, 18));
CREATE OR REPLACE MACRO raw.order_status(word) AS
    CASE WHEN lower(trim(word)) IN ('pending', 'submitted', 'partially_filled', 'filled', 'cancelled', 'rejected',
                                    'expired', 'failed', 'unknown') THEN lower(trim(word))
         WHEN lower(trim(word)) = 'canceled' THEN 'cancelled'
         WHEN lower(trim(word)) = 'error' THEN 'failed'
         ELSE 'unknown' END
