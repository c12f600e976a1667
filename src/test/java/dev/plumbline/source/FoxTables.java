package dev.plumbline.source;

/** The schema {@code monitoring} as the bot creates it, of 2025 and of 2026, with a few rows. */
final class FoxTables {

    private FoxTables() {}

    static final String DDL_2025 = """
            CREATE SCHEMA monitoring;
            CREATE TABLE monitoring.positions (
                id SERIAL PRIMARY KEY, signal_id INTEGER, symbol VARCHAR(20) NOT NULL, exchange VARCHAR(50) NOT NULL,
                side VARCHAR(10) NOT NULL, quantity NUMERIC(20,8) NOT NULL, entry_price NUMERIC(20,8) NOT NULL,
                current_price NUMERIC(20,8), stop_loss_price NUMERIC(20,8), take_profit_price NUMERIC(20,8),
                unrealized_pnl NUMERIC(20,8), realized_pnl NUMERIC(20,8), fees NUMERIC(20,8) DEFAULT 0,
                status VARCHAR(20) NOT NULL DEFAULT 'active', exit_reason TEXT, opened_at TIMESTAMP NOT NULL DEFAULT NOW(),
                closed_at TIMESTAMP, updated_at TIMESTAMP NOT NULL DEFAULT NOW(), leverage NUMERIC(10,2) DEFAULT 1.0,
                stop_loss NUMERIC(20,8), take_profit NUMERIC(20,8), pnl NUMERIC(20,8), pnl_percentage NUMERIC(10,4),
                trailing_activated BOOLEAN DEFAULT FALSE, created_at TIMESTAMP NOT NULL DEFAULT NOW(), error_details JSONB,
                retry_count INTEGER DEFAULT 0, last_error_at TIMESTAMP, has_trailing_stop BOOLEAN DEFAULT FALSE,
                has_stop_loss BOOLEAN DEFAULT FALSE, exchange_order_id VARCHAR(100));
            CREATE TABLE monitoring.events (
                id SERIAL PRIMARY KEY, event_type VARCHAR(50) NOT NULL, event_data JSONB, correlation_id VARCHAR(100),
                position_id INTEGER, order_id VARCHAR(100), symbol VARCHAR(50), exchange VARCHAR(50),
                severity VARCHAR(20) DEFAULT 'INFO', error_message TEXT, stack_trace TEXT,
                created_at TIMESTAMPTZ DEFAULT CURRENT_TIMESTAMP);
            CREATE TABLE monitoring.trades (
                id SERIAL PRIMARY KEY, signal_id INTEGER, symbol VARCHAR(20) NOT NULL, exchange VARCHAR(50) NOT NULL,
                side VARCHAR(10) NOT NULL, order_type VARCHAR(20), quantity NUMERIC(20,8), price NUMERIC(20,8),
                executed_qty NUMERIC(20,8), average_price NUMERIC(20,8), order_id VARCHAR(100), client_order_id VARCHAR(100),
                status VARCHAR(20), fee NUMERIC(20,8), fee_currency VARCHAR(10), executed_at TIMESTAMP DEFAULT NOW(),
                updated_at TIMESTAMP DEFAULT NOW());
            CREATE TABLE monitoring.orders (
                id SERIAL PRIMARY KEY, position_id VARCHAR(100), exchange VARCHAR(50) NOT NULL, symbol VARCHAR(50) NOT NULL,
                order_id VARCHAR(100), client_order_id VARCHAR(100), type VARCHAR(20) NOT NULL, side VARCHAR(10) NOT NULL,
                size NUMERIC(20,8), price NUMERIC(20,8), status VARCHAR(20) NOT NULL, filled NUMERIC(20,8) DEFAULT 0,
                remaining NUMERIC(20,8), fee NUMERIC(20,8), fee_currency VARCHAR(10), created_at TIMESTAMP DEFAULT NOW(),
                updated_at TIMESTAMP DEFAULT NOW());
            CREATE TABLE monitoring.trailing_stop_state (
                id BIGSERIAL PRIMARY KEY, symbol VARCHAR(50) NOT NULL, exchange VARCHAR(50) NOT NULL, position_id BIGINT,
                state VARCHAR(20) NOT NULL DEFAULT 'inactive', is_activated BOOLEAN NOT NULL DEFAULT FALSE,
                highest_price NUMERIC(20,8), lowest_price NUMERIC(20,8), current_stop_price NUMERIC(20,8),
                stop_order_id VARCHAR(100), activation_price NUMERIC(20,8), activation_percent NUMERIC(10,4),
                callback_percent NUMERIC(10,4), entry_price NUMERIC(20,8) NOT NULL, side VARCHAR(10) NOT NULL,
                quantity NUMERIC(20,8) NOT NULL, update_count INTEGER DEFAULT 0, highest_profit_percent NUMERIC(10,4),
                created_at TIMESTAMPTZ DEFAULT NOW(), activated_at TIMESTAMPTZ, last_update_time TIMESTAMPTZ,
                last_sl_update_time TIMESTAMPTZ, last_updated_sl_price NUMERIC(20,8), metadata JSONB);
            CREATE TABLE monitoring.performance_metrics (
                id SERIAL PRIMARY KEY, period VARCHAR(20) NOT NULL, total_trades INTEGER, winning_trades INTEGER,
                losing_trades INTEGER, total_pnl NUMERIC(20,8), win_rate NUMERIC(5,2), profit_factor NUMERIC(10,2),
                sharpe_ratio NUMERIC(10,2), max_drawdown NUMERIC(20,8), avg_win NUMERIC(20,8), avg_loss NUMERIC(20,8),
                created_at TIMESTAMP DEFAULT NOW());
            CREATE TABLE monitoring.event_performance_metrics (
                id SERIAL PRIMARY KEY, metric_name VARCHAR(100), metric_value NUMERIC(20,8), tags JSONB,
                recorded_at TIMESTAMPTZ DEFAULT CURRENT_TIMESTAMP);
            CREATE TABLE monitoring.risk_events (
                id SERIAL PRIMARY KEY, event_type VARCHAR(50) NOT NULL, risk_level VARCHAR(20) NOT NULL,
                position_id VARCHAR(100), details JSONB, created_at TIMESTAMP DEFAULT NOW());
            CREATE TABLE monitoring.risk_violations (
                id SERIAL PRIMARY KEY, violation_type VARCHAR(50) NOT NULL, risk_level VARCHAR(20) NOT NULL, message TEXT,
                timestamp TIMESTAMP DEFAULT NOW());
            CREATE TABLE monitoring.transaction_log (
                id SERIAL PRIMARY KEY, transaction_id VARCHAR(100) UNIQUE, operation VARCHAR(100), status VARCHAR(20),
                started_at TIMESTAMPTZ, completed_at TIMESTAMPTZ, duration_ms INTEGER, affected_rows INTEGER,
                error_message TEXT);
            """;

    static final String ROWS_2025 = """
            INSERT INTO monitoring.positions
                (symbol, exchange, side, quantity, entry_price, current_price, realized_pnl, pnl, pnl_percentage, fees, status,
                 exit_reason, opened_at, closed_at, updated_at, leverage, unrealized_pnl) VALUES
                ('BTCUSDT', 'binance', 'long', 0.01, 60000, 60600, NULL, 6.00000001, 1.0, 0, 'closed', 'stop_loss',
                 '2025-10-18 06:00:00.5', '2025-10-18 08:00:00', '2025-10-18 08:00:00', 10, NULL),
                ('ETHUSDT', 'bybit', 'short', 2, 4000, 4100, -200, NULL, NULL, 1.5, 'closed', NULL,
                 '2025-10-18 07:00:00', '2025-10-18 07:30:00', '2025-10-18 07:30:00', 1, NULL),
                ('SOLUSDT', 'bybit', 'long', 5, 190, 200, NULL, NULL, NULL, 0, 'active', NULL,
                 '2025-10-18 09:00:00', NULL, '2025-10-18 10:00:00', 3, 50),
                ('XRPUSDT', 'binance', 'short', 100, 2.5, 2.4, NULL, NULL, NULL, 0, 'trailing', NULL,
                 '2025-10-18 09:30:00', NULL, '2025-10-18 10:15:00', 3, 10);
            INSERT INTO monitoring.events
                (event_type, event_data, correlation_id, position_id, symbol, exchange, severity, error_message, created_at) VALUES
                ('position_created', '{"symbol": "BTCUSDT", "quantity": 0.01}', 'wave-1', 1, 'BTCUSDT', 'binance', 'INFO', NULL,
                 '2025-10-18 06:00:00.5+04'),
                ('stop_loss_error', NULL, NULL, 2, 'ETHUSDT', 'bybit', 'ERROR', 'refused', '2025-10-18 07:00:01+04'),
                ('bot_started', '["a", 1]', NULL, NULL, NULL, NULL, NULL, NULL, '2025-10-17 20:00:00+00');
            INSERT INTO monitoring.trades
                (symbol, exchange, side, quantity, price, executed_qty, average_price, order_id, status, fee, fee_currency,
                 executed_at) VALUES
                ('BTCUSDT', 'binance', 'BUY', 0.01, 60001, 0.01, 60000, '77', 'FILLED', 0.24, 'USDT', '2025-10-18 06:00:00.5'),
                ('BTCUSDT', 'binance', 'SELL', 0.01, 60600, 0, 0, '78', 'REJECTED', NULL, NULL, '2025-10-18 08:00:00');
            INSERT INTO monitoring.orders (exchange, symbol, order_id, type, side, size, price, status, filled, created_at)
                VALUES ('binance', 'BTCUSDT', '77', 'MARKET', 'buy', 0.01000001, NULL, 'closed', 0.01, '2025-10-18 06:00:00');
            INSERT INTO monitoring.trailing_stop_state
                (symbol, exchange, position_id, state, is_activated, entry_price, side, quantity, created_at, last_update_time)
                VALUES ('XRPUSDT', 'binance', 4, 'active', true, 2.5, 'short', 100, '2025-10-18 05:30:00+00', '2025-10-18 06:10:00+00');
            INSERT INTO monitoring.performance_metrics (period, total_trades, win_rate, total_pnl, created_at)
                VALUES ('daily', 2, 50.00, -194, '2025-10-18 10:00:00');
            INSERT INTO monitoring.event_performance_metrics (metric_name, metric_value, tags, recorded_at)
                VALUES ('batch_ms', 12.5, '{"size": 3}', '2025-10-18 06:00:00+00');
            INSERT INTO monitoring.risk_events (event_type, risk_level, position_id, details, created_at)
                VALUES ('exposure', 'high', '3', '{"limit": 100}', '2025-10-18 09:00:00');
            INSERT INTO monitoring.risk_violations (violation_type, risk_level, message, timestamp)
                VALUES ('max_positions', 'critical', 'too many', '2025-10-18 09:05:00');
            """;

    /** Times have zones now, and there are further columns; most tables are not there at all. */
    static final String DDL_2026 = """
            CREATE SCHEMA monitoring;
            CREATE TABLE monitoring.positions (
                id SERIAL PRIMARY KEY, signal_id INTEGER, symbol VARCHAR(20), exchange VARCHAR(50), side VARCHAR(10),
                quantity NUMERIC(20,8), entry_price NUMERIC(20,8), current_price NUMERIC(20,8), realized_pnl NUMERIC(20,8),
                pnl NUMERIC(20,8), status VARCHAR(20), exit_reason TEXT, opened_at TIMESTAMPTZ, closed_at TIMESTAMPTZ,
                updated_at TIMESTAMPTZ, trailing_activation_percent NUMERIC(10,4), spread_at_entry NUMERIC(20,8),
                labels TEXT[]);
            CREATE TABLE monitoring.events (
                id SERIAL PRIMARY KEY, event_type VARCHAR(50), event_data JSONB, created_at TIMESTAMPTZ);
            CREATE TABLE monitoring.trailing_stop_state (
                id BIGSERIAL PRIMARY KEY, symbol VARCHAR(50), exchange VARCHAR(50), state VARCHAR(20), created_at TIMESTAMPTZ);
            CREATE TABLE monitoring.wallets (id SERIAL, secret TEXT);
            """;

    static final String ROWS_2026 = """
            INSERT INTO monitoring.positions (symbol, exchange, side, quantity, entry_price, current_price, pnl, status,
                opened_at, closed_at, updated_at) VALUES
                ('BTCUSDT', 'binance', 'long', 0.01, 60000, 59400, -6, 'closed', '2026-03-01 10:00:00+03', '2026-03-01 11:00:00+03',
                 '2026-03-01 11:00:00+03');
            INSERT INTO monitoring.events (event_type, event_data, created_at) VALUES ('bot_started', '{}', '2026-03-01 07:00:00+00');
            INSERT INTO monitoring.trailing_stop_state (symbol, exchange, state, created_at)
                VALUES ('BTCUSDT', 'binance', 'waiting', '2026-03-01 07:00:00+00');
            """;
}
