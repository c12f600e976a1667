package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KrakenMomentumTest {

    @TempDir
    Path folder;

    // Python 3.11 sqlite3: COUNT(*), SUM(outcome), AVG(pnl_percent), MIN and MAX of timestamp
    @Test
    void a_real_database_holds_77_samples_that_are_decisions_and_no_trades() {
        LoadReport report = Importer.run(
                folder,
                Queries.find(),
                List.of(ImportRequest.of(Corpus.of("kraken-momentum").toString())),
                Progress.none());
        assertThat(report.rejected()).isEmpty();
        try (Store store = Store.open(folder, Queries.find())) {
            Rows decisions =
                    store.select("SELECT COUNT(*) AS n, COUNT(executed) AS known, COUNT(DISTINCT symbol) AS symbols,"
                            + " MIN(action) AS action, COUNT(*) FILTER (reason LIKE 'labelled win%') AS wins,"
                            + " CAST(MIN(time) AS VARCHAR) AS first_time FROM decisions");
            assertThat(decisions.doubles("n")).containsExactly(77);
            assertThat(decisions.doubles("known")).containsExactly(0);
            assertThat(decisions.doubles("symbols")).containsExactly(7);
            assertThat(decisions.doubles("wins")).containsExactly(51);
            assertThat(decisions.texts("action")).containsExactly("open_long");
            assertThat(decisions.texts("first_time")).containsExactly("2025-12-24 11:00:00");
            assertThat(store.select("SELECT id FROM trades").size()).isZero();
            Rows figures = store.select("SELECT CAST(figures ->> 'mean_pnl_percent' AS DOUBLE) AS mean FROM runs");
            assertThat(figures.doubles("mean")[0]).isCloseTo(-0.15430641999512, offset(1e-12));
        }
    }

    @Test
    void its_trades_are_gross_unless_a_fee_was_written_and_its_days_are_its_own_figures()
            throws SQLException, IOException {
        Imports imports = new Imports(folder);
        Files.createDirectories(imports.path(""));
        TradingDb.write(imports.path("trading.db"), """
                CREATE TABLE trades (id INTEGER PRIMARY KEY AUTOINCREMENT, trade_id TEXT UNIQUE, pair TEXT NOT NULL, side TEXT NOT NULL,
                    entry_price REAL NOT NULL, exit_price REAL, size REAL NOT NULL, size_usd REAL, entry_time TEXT NOT NULL,
                    exit_time TEXT, pnl REAL, pnl_percent REAL, fees REAL DEFAULT 0, num_entries INTEGER DEFAULT 1,
                    exit_reason TEXT, metadata JSON, created_at TEXT DEFAULT (datetime('now')));
                CREATE TABLE daily_metrics (date TEXT PRIMARY KEY, total_trades INTEGER, wins INTEGER, losses INTEGER, pnl REAL,
                    fees REAL, volume_usd REAL, max_drawdown REAL, updated_at TEXT);
                CREATE TABLE ml_samples (id INTEGER PRIMARY KEY, timestamp TEXT, pair TEXT, signal_type TEXT, features JSON,
                    entry_price REAL, exit_price REAL, pnl REAL, pnl_percent REAL, outcome INTEGER, hold_duration_hours REAL);
                CREATE TABLE ml_pending (order_id TEXT PRIMARY KEY, timestamp TEXT, pair TEXT, signal_type TEXT, features JSON,
                    entry_price REAL, created_at TEXT);
                INSERT INTO trades (trade_id, pair, side, entry_price, exit_price, size, entry_time, exit_time, pnl, pnl_percent, fees, exit_reason)
                    VALUES ('A', 'BTC/USD', 'long', 100, 110, 2, '2026-01-01T10:00:00+00:00', '2026-01-01T12:00:00+00:00', 20, 10, 0, 'trailing_stop');
                INSERT INTO trades (trade_id, pair, side, entry_price, exit_price, size, entry_time, exit_time, pnl, pnl_percent, fees)
                    VALUES ('B', 'BTC/USD', 'long', 100, 90, 1, '2026-01-02T10:00:00+00:00', '2026-01-02T12:00:00+00:00', -10, -10, 0.5);
                INSERT INTO trades (trade_id, pair, side, entry_price, size, entry_time) VALUES ('C', 'BTC/USD', 'long', 100, 1, 'later');
                INSERT INTO daily_metrics VALUES ('2026-01-01', 1, 1, 0, 20, 0, 200, 0, '');
                INSERT INTO ml_pending VALUES ('O9', '2026-01-03T10:00:00+00:00', 'BTC/USD', 'buy', '{}', 101, '');
                """);
        LoadReport report = imports.load();
        assertThat(imports.said(report))
                .containsExactly(
                        "trading.db: found \"later\": trades 3: a time such as 2025-12-24T14:00:00+00:00 was expected;"
                                + " the row is left out");
        Rows trades = imports.rows("SELECT id, pnl, pnl_basis, pnl_fraction, symbol FROM trades ORDER BY time");
        assertThat(trades.texts("id")).containsExactly("A", "B");
        assertThat(trades.doubles("pnl")).containsExactly(20, -10.5);
        assertThat(trades.texts("pnl_basis")).containsExactly("gross", "net");
        assertThat(trades.doubles("pnl_fraction")).containsExactly(0.1, -0.1);
        assertThat(imports.rows("SELECT figures ->> 'pnl' AS pnl FROM runs WHERE kind = 'report'")
                        .texts("pnl"))
                .containsExactly("20.0");
        assertThat(imports.rows("SELECT id FROM decisions WHERE executed").texts("id"))
                .containsExactly("pending-O9");
    }
}
