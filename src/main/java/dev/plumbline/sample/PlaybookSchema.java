package dev.plumbline.sample;

import java.util.List;

/**
 * The tables of the bot's {@code data/trading.db}, and the four that its guide queries but its code does not make. Candles
 * are unique by symbol, interval and time, as in the bot's later versions: before, symbols overwrote one another.
 */
final class PlaybookSchema {

    /** Made by the bot. */
    static final List<String> REAL = List.of("""
            CREATE TABLE candles (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER, datetime TEXT, open REAL,
              high REAL, low REAL, close REAL, volume REAL, symbol TEXT, interval TEXT,
              UNIQUE(symbol, interval, timestamp))""", """
            CREATE TABLE signals (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER, datetime TEXT,
              signal_type TEXT, strength TEXT, confidence REAL, price REAL, stop_loss REAL, take_profit REAL, atr REAL,
              notified INTEGER DEFAULT 0, symbol TEXT, interval TEXT, actual_outcome TEXT, outcome_price REAL,
              outcome_timestamp TEXT, pnl_percent REAL)""", """
            CREATE TABLE trade_results (id INTEGER PRIMARY KEY AUTOINCREMENT, signal_id INTEGER, entry_price REAL,
              entry_time TEXT, exit_price REAL, exit_time TEXT, direction TEXT, stop_loss REAL, take_profit REAL,
              hit_target INTEGER, hit_stop INTEGER, pnl_percent REAL, pnl_absolute REAL,
              FOREIGN KEY (signal_id) REFERENCES signals(id))""", """
            CREATE TABLE learning_states (id INTEGER PRIMARY KEY AUTOINCREMENT, symbol TEXT NOT NULL,
              interval TEXT NOT NULL, mode TEXT NOT NULL, confidence_score REAL NOT NULL, entered_at TEXT NOT NULL,
              reason TEXT, metadata TEXT)""", """
            CREATE TABLE trade_outcomes (id INTEGER PRIMARY KEY AUTOINCREMENT, signal_id INTEGER REFERENCES signals(id),
              symbol TEXT NOT NULL, interval TEXT NOT NULL, entry_price REAL NOT NULL, exit_price REAL,
              entry_time TEXT NOT NULL, exit_time TEXT, predicted_direction TEXT NOT NULL,
              predicted_confidence REAL NOT NULL, predicted_probability REAL NOT NULL, actual_direction TEXT,
              was_correct INTEGER, pnl_percent REAL, pnl_absolute REAL, features_snapshot TEXT, regime TEXT,
              is_paper_trade INTEGER DEFAULT 0, closed_by TEXT)""", """
            CREATE TABLE retraining_history (id INTEGER PRIMARY KEY AUTOINCREMENT, symbol TEXT NOT NULL,
              interval TEXT NOT NULL, triggered_at TEXT NOT NULL, trigger_reason TEXT NOT NULL, trigger_metadata TEXT,
              started_at TEXT, completed_at TEXT, duration_seconds REAL, status TEXT, validation_accuracy REAL,
              validation_confidence REAL, improvement_pct REAL, n_samples INTEGER, n_epochs INTEGER, final_loss REAL,
              error_message TEXT)""", """
            CREATE TABLE confidence_history (id INTEGER PRIMARY KEY AUTOINCREMENT, symbol TEXT NOT NULL,
              interval TEXT NOT NULL, timestamp TEXT NOT NULL, confidence_score REAL NOT NULL,
              validation_accuracy REAL, drift_score REAL, mode TEXT NOT NULL)""", """
            CREATE TABLE news_articles (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER, datetime TEXT,
              source TEXT, title TEXT, description TEXT, content TEXT, url TEXT, author TEXT, sentiment_score REAL,
              sentiment_label TEXT, sentiment_compound REAL, symbols TEXT, primary_symbol TEXT, relevance_score REAL,
              processed INTEGER DEFAULT 0, content_hash TEXT UNIQUE)""", """
            CREATE TABLE sentiment_features (id INTEGER PRIMARY KEY AUTOINCREMENT, candle_timestamp INTEGER UNIQUE,
              symbol TEXT, interval TEXT, sentiment_1h REAL, sentiment_6h REAL, sentiment_24h REAL,
              sentiment_momentum REAL, sentiment_volatility REAL, news_volume_1h INTEGER, news_volume_6h INTEGER,
              news_volume_24h INTEGER, source_diversity REAL, last_updated TEXT)""");

    /** Named only by the guide's queries: no more columns than those give. */
    static final List<String> DOCUMENTED = List.of(
            "CREATE TABLE portfolio_snapshots (timestamp INTEGER, total_value REAL, pnl REAL)",
            "CREATE TABLE error_log (timestamp TEXT)",
            "CREATE TABLE positions (status TEXT, pnl REAL, current_price REAL, entry_price REAL, quantity REAL)",
            "CREATE TABLE config (initial_capital REAL)");

    private PlaybookSchema() {}
}
