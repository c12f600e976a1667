package dev.plumbline.source;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases as the continuous-learning bot makes them, for tests. */
final class TradingDb {

    /** The bot's own tables (src/core/database.py at aef1845). */
    static final String REAL = """
            CREATE TABLE candles (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER UNIQUE, datetime TEXT, open REAL,
                high REAL, low REAL, close REAL, volume REAL, symbol TEXT, interval TEXT);
            CREATE TABLE signals (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER, datetime TEXT, signal_type TEXT,
                strength TEXT, confidence REAL, price REAL, stop_loss REAL, take_profit REAL, atr REAL, notified INTEGER,
                symbol TEXT, interval TEXT, actual_outcome TEXT, outcome_price REAL, outcome_timestamp TEXT, pnl_percent REAL);
            CREATE TABLE trade_results (id INTEGER PRIMARY KEY, signal_id INTEGER, entry_price REAL, entry_time TEXT,
                exit_price REAL, exit_time TEXT, direction TEXT, stop_loss REAL, take_profit REAL, hit_target INTEGER,
                hit_stop INTEGER, pnl_percent REAL, pnl_absolute REAL);
            CREATE TABLE learning_states (id INTEGER PRIMARY KEY, symbol TEXT, interval TEXT, mode TEXT,
                confidence_score REAL, entered_at TEXT, reason TEXT, metadata TEXT);
            CREATE TABLE trade_outcomes (id INTEGER PRIMARY KEY, signal_id INTEGER, symbol TEXT, interval TEXT,
                entry_price REAL, exit_price REAL, entry_time TEXT, exit_time TEXT, predicted_direction TEXT,
                predicted_confidence REAL, predicted_probability REAL, actual_direction TEXT, was_correct INTEGER,
                pnl_percent REAL, pnl_absolute REAL, features_snapshot TEXT, regime TEXT, is_paper_trade INTEGER,
                closed_by TEXT);
            CREATE TABLE retraining_history (id INTEGER PRIMARY KEY, symbol TEXT, interval TEXT, triggered_at TEXT,
                trigger_reason TEXT, trigger_metadata TEXT, started_at TEXT, completed_at TEXT, duration_seconds REAL,
                status TEXT, validation_accuracy REAL, validation_confidence REAL, improvement_pct REAL,
                n_samples INTEGER, n_epochs INTEGER, final_loss REAL, error_message TEXT);
            CREATE TABLE confidence_history (id INTEGER PRIMARY KEY, symbol TEXT, interval TEXT, timestamp TEXT,
                confidence_score REAL, validation_accuracy REAL, drift_score REAL, mode TEXT);
            CREATE TABLE news_articles (id INTEGER PRIMARY KEY, timestamp INTEGER, datetime TEXT, source TEXT, title TEXT,
                description TEXT, content TEXT, url TEXT, author TEXT, sentiment_score REAL, sentiment_label TEXT,
                sentiment_compound REAL, symbols TEXT, primary_symbol TEXT, relevance_score REAL, processed INTEGER,
                content_hash TEXT UNIQUE);
            """;

    /** The tables that only the guide names, and its name for a trade's confidence. */
    static final String DOCUMENTED = """
            CREATE TABLE trade_outcomes (id INTEGER PRIMARY KEY, symbol TEXT, interval TEXT, entry_time TEXT, exit_time TEXT,
                predicted_direction TEXT, was_correct INTEGER, pnl_percent REAL, pnl_absolute REAL, confidence REAL);
            CREATE TABLE portfolio_snapshots (timestamp INTEGER, total_value REAL, pnl REAL);
            CREATE TABLE error_log (timestamp TEXT);
            CREATE TABLE positions (status TEXT, pnl REAL, current_price REAL, entry_price REAL, quantity REAL);
            CREATE TABLE config (initial_capital REAL);
            """;

    private TradingDb() {}

    /** Runs statements on a file and closes it. */
    static void write(Path file, String... scripts) throws SQLException {
        try (Connection connection = open(file)) {
            run(connection, scripts);
        }
    }

    static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    static void run(Connection connection, String... scripts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                for (String sql : script.split(";\\s*(\n|$)", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        }
    }
}
