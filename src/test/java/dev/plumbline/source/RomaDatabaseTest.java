package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL tables of ROMA-01's fork, in which one file holds all agents. */
class RomaDatabaseTest {

    private static final String TABLES = """
            CREATE TABLE trades (id TEXT, agent_id TEXT, symbol TEXT, side TEXT, entry_price TEXT, close_price TEXT,
                quantity TEXT, leverage TEXT, open_time TEXT, close_time TEXT, pnl_pct TEXT, pnl_usdt TEXT, created_at TEXT);
            CREATE TABLE equity_history (id TEXT, agent_id TEXT, timestamp TEXT, cycle TEXT, equity TEXT, adjusted_equity TEXT,
                gross_equity TEXT, unrealized_pnl TEXT, pnl TEXT, net_deposits TEXT, external_cash_flow TEXT);
            CREATE TABLE decision_logs (id TEXT, agent_id TEXT, cycle_number TEXT, timestamp TEXT, chain_of_thought TEXT,
                decisions TEXT, account_state TEXT, positions TEXT);
            """;

    private static final String ROWS = """
            INSERT INTO trades VALUES ('1', 'alpha', 'BTCUSDT', 'long', '100000', '101000', '0.01', '10',
                '2025-11-02T10:04:00', '2025-11-02 11:00:00', '1.0', '100', NULL);
            INSERT INTO trades VALUES ('2', 'beta', 'BTCUSDT', 'long', '100000', '101000', '0.02', '10',
                '2025-11-02T10:04:00', '2025-11-02T11:00:00', '1.0', '200', NULL);
            INSERT INTO trades VALUES ('3', 'beta', 'BTCUSDT', 'long', '1', '1', '1', '1', NULL, 'soon', '1', '1', NULL);
            INSERT INTO equity_history VALUES ('1', 'alpha', '2025-11-02T10:00:00', '7', '900', '900', '1000', '5', '5', '0', '0');
            INSERT INTO equity_history VALUES ('2', 'beta', '2025-11-02T10:00:00', '3', '900', '900', '2000', '5', '5', '0', '0');
            INSERT INTO decision_logs VALUES ('1', 'alpha', '7', '2025-11-02T10:00:00.5', 'thinking',
                '[{"action": "open_long", "symbol": "BTCUSDT", "confidence": 0.85, "leverage": 10, "reasoning": "up"},
                  {"action": "wait", "confidence": 65}]',
                '{"total_wallet_balance": 1000.0, "available_balance": 800.0, "total_unrealized_profit": 5.0}',
                '[{"symbol": "ETHUSDT", "side": "short", "position_amt": 0.5, "entry_price": 3000.0}]');
            INSERT INTO decision_logs VALUES ('2', 'beta', '3', '2025-11-02T10:00:00.5', 'thinking', 'I would rather not', NULL, '[]')
            """;

    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void begin() {
        imports = new Imports(folder);
    }

    private String strings(String sql) {
        return String.join("\n", imports.rows(sql).texts("t"));
    }

    @Test
    void every_row_is_of_the_agent_that_it_names() throws Exception {
        Files.createDirectories(imports.path("capture"));
        TradingDb.write(imports.path("capture/roma.db"), TABLES, ROWS);
        LoadReport report = imports.load();
        Rows trades = imports.rows("SELECT * FROM trades ORDER BY agent");
        assertThat(trades.texts("agent")).containsExactly("alpha", "beta");
        // (101000 − 100000) × 0.01 and × 0.02
        assertThat(trades.doubles("pnl")[0]).isCloseTo(10, within(1e-9));
        assertThat(trades.doubles("pnl")[1]).isCloseTo(20, within(1e-9));
        assertThat(trades.doubles("pnl_reported")).containsExactly(100, 200);
        assertThat(strings(
                        "SELECT concat_ws(' ', agent, time, value, origin, preference) AS t FROM equity ORDER BY agent,"
                                + " preference"))
                .isEqualTo("""
                        alpha 2025-11-02 10:00:00 1000.0 equity_history 1
                        alpha 2025-11-02 10:00:00.5 1000.0 account_state 2
                        beta 2025-11-02 10:00:00 2000.0 equity_history 1""");
        assertThat(strings("SELECT concat_ws(' ', agent, cycle, action, symbol, confidence, reason) AS t FROM decisions"
                        + " ORDER BY id"))
                .isEqualTo("alpha 7 open_long BTC/USDT 0.85 up\nalpha 7 wait");
        assertThat(strings("SELECT concat_ws(' ', agent, kind, cycle) AS t FROM events ORDER BY agent"))
                .isEqualTo("alpha cycle 7\nbeta cycle 3");
        assertThat(strings("SELECT concat_ws(' ', agent, symbol, side, CAST(quantity AS DOUBLE)) AS t FROM positions"))
                .isEqualTo("alpha ETH/USDT short 0.5");
        assertThat(imports.said(report))
                .containsExactlyInAnyOrder(
                        "capture/roma.db: found \"soon\": table trades, row 3, close_time: a time was expected; the row is left"
                                + " out",
                        "capture/roma.db: found \"I would rather not\": table decision_logs, row 2, decisions: JSON was"
                                + " expected; the row is kept without it",
                        "capture/roma.db: found \"65\": table decision_logs, row 1, confidence: a number from 0 to 1 was"
                                + " expected; the decision is kept without it");
    }

    @Test
    void a_database_of_another_bot_is_left_alone() throws SQLException, java.io.IOException {
        Files.createDirectories(imports.path("x"));
        TradingDb.write(imports.path("x/trading.sqlite"), "CREATE TABLE trades (id INTEGER, pair TEXT)");
        assertThat(imports.load().files()).isZero();
    }
}
