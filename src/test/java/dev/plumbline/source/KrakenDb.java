package dev.plumbline.source;

/** The Kraken bot's SQLite file as its code declares it (src/storage/schemas.py), generated columns included, for tests. */
final class KrakenDb {

    static final String TABLES = """
            CREATE TABLE balance_history (id INTEGER PRIMARY KEY AUTOINCREMENT, asset TEXT NOT NULL,
                balance DECIMAL(20, 8) NOT NULL DEFAULT 0.0, hold_trade DECIMAL(20, 8) NOT NULL DEFAULT 0.0,
                free_balance DECIMAL(20, 8) GENERATED ALWAYS AS (balance - hold_trade) STORED,
                source TEXT NOT NULL DEFAULT 'unknown', change_reason TEXT, timestamp_ms INTEGER NOT NULL,
                timestamp_readable TEXT NOT NULL DEFAULT '', balance_change DECIMAL(20, 8) DEFAULT 0.0,
                percentage_change REAL DEFAULT 0.0, running_total DECIMAL(20, 8), validation_status TEXT DEFAULT 'valid',
                metadata TEXT, created_at INTEGER DEFAULT (strftime('%s', 'now') * 1000));
            CREATE TABLE positions (position_id TEXT PRIMARY KEY, symbol TEXT NOT NULL,
                position_type TEXT NOT NULL CHECK (position_type IN ('LONG', 'SHORT')),
                status TEXT NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'CLOSED', 'PARTIAL', 'CANCELLED')),
                original_size DECIMAL(20, 8) NOT NULL, current_size DECIMAL(20, 8) NOT NULL,
                avg_entry_price DECIMAL(20, 8) NOT NULL, current_price DECIMAL(20, 8),
                realized_pnl DECIMAL(20, 8) DEFAULT 0.0, unrealized_pnl DECIMAL(20, 8) DEFAULT 0.0,
                total_pnl DECIMAL(20, 8) GENERATED ALWAYS AS (realized_pnl + unrealized_pnl) STORED,
                total_fees DECIMAL(20, 8) DEFAULT 0.0, entry_fees DECIMAL(20, 8) DEFAULT 0.0,
                exit_fees DECIMAL(20, 8) DEFAULT 0.0, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
                closed_at INTEGER, strategy TEXT, tags TEXT, metadata TEXT, max_drawdown DECIMAL(20, 8) DEFAULT 0.0,
                max_profit DECIMAL(20, 8) DEFAULT 0.0, hold_time_seconds INTEGER DEFAULT 0);
            CREATE TABLE trade_history (trade_id TEXT PRIMARY KEY, position_id TEXT, order_id TEXT, symbol TEXT NOT NULL,
                trade_type TEXT NOT NULL CHECK (trade_type IN ('BUY', 'SELL')), order_type TEXT NOT NULL,
                size DECIMAL(20, 8) NOT NULL, price DECIMAL(20, 8) NOT NULL, executed_size DECIMAL(20, 8) NOT NULL,
                executed_price DECIMAL(20, 8) NOT NULL, fees DECIMAL(20, 8) NOT NULL DEFAULT 0.0, fee_currency TEXT,
                status TEXT NOT NULL DEFAULT 'PENDING', execution_time INTEGER, created_at INTEGER NOT NULL, strategy TEXT,
                execution_venue TEXT DEFAULT 'kraken', slippage DECIMAL(10, 6), market_impact DECIMAL(10, 6),
                trade_pnl DECIMAL(20, 8), cumulative_pnl DECIMAL(20, 8), bid_price DECIMAL(20, 8),
                ask_price DECIMAL(20, 8), spread DECIMAL(20, 8), volume_24h DECIMAL(20, 8), metadata TEXT,
                error_message TEXT);
            CREATE TABLE portfolio_metrics (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp_ms INTEGER NOT NULL,
                timestamp_readable TEXT NOT NULL DEFAULT '', total_value DECIMAL(20, 8) NOT NULL,
                cash_balance DECIMAL(20, 8) NOT NULL DEFAULT 0.0, position_value DECIMAL(20, 8) NOT NULL DEFAULT 0.0,
                total_pnl DECIMAL(20, 8) NOT NULL DEFAULT 0.0, daily_pnl DECIMAL(20, 8) DEFAULT 0.0,
                daily_return_pct DECIMAL(10, 6) DEFAULT 0.0, total_return_pct DECIMAL(10, 6) DEFAULT 0.0,
                sharpe_ratio DECIMAL(10, 6), max_drawdown_pct DECIMAL(10, 6) DEFAULT 0.0, portfolio_beta DECIMAL(10, 6),
                volatility DECIMAL(10, 6), open_positions INTEGER DEFAULT 0, trades_today INTEGER DEFAULT 0,
                volume_today DECIMAL(20, 8) DEFAULT 0.0, fees_today DECIMAL(20, 8) DEFAULT 0.0, market_regime TEXT);
            CREATE TABLE performance_analytics (id INTEGER PRIMARY KEY AUTOINCREMENT, period_type TEXT NOT NULL,
                period_start INTEGER NOT NULL, period_end INTEGER NOT NULL, start_value DECIMAL(20, 8) NOT NULL,
                end_value DECIMAL(20, 8) NOT NULL, total_return DECIMAL(20, 8) NOT NULL,
                total_return_pct DECIMAL(10, 6) NOT NULL, sharpe_ratio DECIMAL(10, 6), win_rate DECIMAL(10, 6),
                profit_factor DECIMAL(10, 6), total_trades INTEGER DEFAULT 0);
            """;

    private KrakenDb() {}
}
