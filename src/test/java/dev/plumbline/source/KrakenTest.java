package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** There is no file of a running Kraken bot to test with: these have the shapes that its code writes. */
class KrakenTest {

    /** 2026-11-16T10:00:00Z, by date -u +%s. */
    private static final long TEN = 1_794_823_200L;

    /** What the bot's code answers to /api/metrics: 24 fields. */
    static final String METRICS = """
            {"timestamp": %s, "trades_executed": 7, "trades_successful": 7, "trades_failed": 0, "success_rate": 100.0,
             "total_pnl": 0.0, "daily_pnl": 0.0, "nonce_failures": 2, "nonce_generation_rate": 1250.5,
             "websocket_reconnects": 3, "websocket_latency_ms": 0.0, "api_errors": 4, "api_error_rate": 0.0,
             "memory_usage_mb": 312.25, "cpu_usage_percent": 4.5, "log_file_size_mb": 1.5, "log_rotation_count": 6,
             "balance_manager_health": "healthy", "balance_manager_response_time": 12.5, "websocket_status": "connected",
             "websocket_connection_count": 1, "trade_execution_time_ms": 0.0, "balance_check_time_ms": 0.0,
             "order_processing_time_ms": 0.0}
            """;

    private static final String HISTORY = """
            {"timestamp": %s, "trades_executed": %d, "success_rate": 100.0, "total_pnl": 0.0, "daily_pnl": 0.0,
             "memory_usage_mb": 300.0, "api_errors": %d, "websocket_status": "%s", "balance_manager_health": "healthy"}""";

    @TempDir
    Path folder;

    private Imports files;

    @BeforeEach
    void open() {
        files = new Imports(folder);
    }

    private void database(String... scripts) throws Exception {
        Files.createDirectories(files.path(""));
        TradingDb.write(files.path("trading.db"), scripts);
    }

    private static String history(String time, int trades, int errors) {
        return HISTORY.formatted(time, trades, errors, "connected");
    }

    @Test
    void an_answer_of_api_metrics_is_a_sample_a_field() {
        LoadReport report =
                files.write("now.json", METRICS.formatted(TEN + ".25")).load();
        assertThat(report.rejected()).isEmpty();
        Rows all = files.rows("SELECT metric, labels, kind, value FROM samples ORDER BY metric");
        assertThat(all.size()).isEqualTo(23);
        Rows counters = files.rows("SELECT metric FROM samples WHERE kind = 'counter' ORDER BY metric");
        assertThat(counters.texts("metric"))
                .containsExactly(
                        "api_errors",
                        "nonce_failures",
                        "trades_executed",
                        "trades_failed",
                        "trades_successful",
                        "websocket_reconnects");
        Rows words = files.rows("SELECT CAST(time AS VARCHAR) AS time, labels, value, agent, system FROM samples"
                + " WHERE metric = 'websocket_status'");
        assertThat(words.texts("labels")).containsExactly("{\"status\":\"connected\"}");
        assertThat(words.doubles("value")).containsExactly(1);
        assertThat(words.texts("time")).containsExactly("2026-11-16 10:00:00.25");
        assertThat(words.texts("agent")).containsExactly("kraken");
        assertThat(files.rows("SELECT * FROM equity").size()).isZero();
    }

    @Test
    void saves_that_overlap_bring_each_sample_once() {
        files.write(
                "a/metrics_history.json",
                "[" + history(TEN + ".5", 1, 0) + "," + history((TEN + 30) + ".5", 2, 0) + "]");
        files.write(
                "b/metrics_history.json",
                "[" + history((TEN + 30) + ".5", 2, 0) + "," + history((TEN + 60) + ".5", 5, 1) + "]");
        files.load();
        assertThat(files.rows("SELECT * FROM samples").size()).isEqualTo(3 * 8);
        LoadReport again =
                files.write("now.json", METRICS.formatted((TEN + 60) + ".5")).load();
        assertThat(again.rejected()).isEmpty();
        assertThat(files.rows("SELECT DISTINCT time FROM samples").size()).isEqualTo(3);
        assertThat(files.rows("SELECT * FROM samples").size()).isEqualTo(2 * 8 + 23);
    }

    // by hand: 3, 5 - 3, then 1 because the count began anew at midnight, then 4 - 1
    @Test
    void a_count_of_the_day_is_a_counter_that_begins_anew_at_midnight() {
        files.write("a.json", "[" + history(TEN + "", 3, 0) + "," + history((TEN + 30) + "", 5, 0) + "]")
                .load();
        files.write("b.json", "[" + history((TEN + 60) + "", 1, 0) + "," + history((TEN + 90) + "", 4, 0) + "]")
                .load();
        Rows counts = files.rows("SELECT value, kind FROM samples WHERE metric = 'trades_executed' ORDER BY time");
        assertThat(counts.doubles("value")).containsExactly(3, 5, 1, 4);
        assertThat(counts.texts("kind")).containsOnly("counter");
    }

    @Test
    void a_websocket_capture_has_the_samples_and_the_alerts_of_the_saved_answers() {
        files.write("history.json", "[" + history(TEN + ".5", 7, 4) + "]");
        files.write("alerts.json", """
                [{"id": "memory_usage_%d", "metric": "memory_usage", "message": "High memory usage: 600.0MB",
                  "severity": "warning", "value": 600.0, "timestamp": %d.7, "resolved": false}]
                """.formatted(TEN, TEN));
        files.write("ws.jsonl", """
                {"type": "ping", "timestamp": %1$d.1}
                {"type": "metrics_update", "timestamp": %1$d.9, "metrics": {"trades_executed": 7, "success_rate": 100.0, \
                "websocket_status": "connected", "websocket_latency_ms": 0.0}, "alerts": [{"id": "memory_usage_%1$d", \
                "metric": "memory_usage", "message": "High memory usage: 600.0MB", "severity": "warning", "value": 600.0, \
                "timestamp": %1$d.7, "resolved": false}], "system_status": {"status": "warning", "message": \
                "High memory usage: 600.0MB", "last_update": "2026-11-16T12:00:00.500000", "uptime_minutes": 0.006, \
                "metrics_summary": {"memory_mb": 600.0}}}
                not JSON
                {"type": "ping", "timestamp": %1$d""".formatted(TEN));
        LoadReport report = files.load(
                Optional.empty(),
                new ImportOptions(
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ZoneId.of("Africa/Johannesburg")),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()),
                "");
        assertThat(files.said(report)).hasSize(1).first().asString().startsWith("ws.jsonl:3");
        assertThat(report.notes())
                .anyMatch(note -> note.contains("ws.jsonl:4") && note.contains("still being written"));
        // eight of the history, and the latency that only the message has, at the time of the sample
        Rows samples = files.rows("SELECT DISTINCT CAST(time AS VARCHAR) AS time FROM samples");
        assertThat(samples.texts("time")).containsExactly("2026-11-16 10:00:00.5");
        assertThat(files.rows("SELECT * FROM samples").size()).isEqualTo(9);
        Rows events = files.rows("SELECT kind, level, message, data FROM events ORDER BY kind");
        assertThat(events.texts("kind")).containsExactly("alert", "ping", "status");
        assertThat(events.texts("level")).containsExactly("WARNING", "DEBUG", "WARNING");
        assertThat(events.texts("data")[0])
                .contains("\"metric\":\"memory_usage\"")
                .contains("\"value\":600.0");
    }

    @Test
    void thresholds_and_configuration_are_kept_as_settings_without_the_section_of_alerts() {
        files.write("now.json", METRICS.formatted(TEN));
        files.write("thresholds.json", """
                {"memory_usage_mb": 500.0, "log_file_size_mb": 8.0, "nonce_generation_rate": 1000.0,
                 "websocket_reconnects_per_hour": 5, "api_error_rate_percent": 0.1, "trading_success_rate_percent": 85.0,
                 "daily_pnl_loss_limit": -50.0, "balance_manager_response_time": 2.0, "websocket_latency_ms": 1000.0,
                 "trade_execution_time_ms": 5000.0}
                """);
        files.write("monitoring_config.json", """
                {"monitoring": {"health_check_interval": 300.0, "enable_emergency_shutdown": true},
                 "thresholds": {"memory_usage_mb": 450.0, "trading_success_rate_percent": 88.0, "daily_pnl_loss_limit": -40.0},
                 "alerts": {"enabled": true, "webhook_url": "https://example.org/secret"},
                 "dashboard": {"enabled": true, "port": 8000}}
                """);
        LoadReport report = files.load(Optional.empty(), options(0.0026), "");
        assertThat(report.rejected()).isEmpty();
        Rows runs = files.rows(
                "SELECT figures, CAST(figures->>'$.thresholds.daily_pnl_loss_limit' AS DOUBLE) AS losses,"
                        + " figures->>'$.monitoring.health_check_interval' AS every FROM runs WHERE figures IS NOT NULL ORDER BY losses");
        assertThat(runs.doubles("losses")).containsExactly(-50, -40, Double.NaN);
        assertThat(runs.texts("every")[2]).isEqualTo("300.0");
        assertThat(String.join("", runs.texts("figures"))).doesNotContain("secret");
        // what the operator says is a row of its own
        assertThat(files.rows("SELECT fee_rate FROM runs WHERE id = 'settings'").doubles("fee_rate"))
                .containsExactly(0.0026);
    }

    private static ImportOptions options(double feeRate) {
        return new ImportOptions(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(feeRate),
                OptionalDouble.empty());
    }

    @Test
    void settings_without_any_time_are_rejected_with_what_to_do() {
        files.write("thresholds.json", "{\"memory_usage_mb\": 500.0, \"daily_pnl_loss_limit\": -50.0}");
        assertThat(files.said(files.load()))
                .containsExactly("thresholds.json:1: these settings name no time: import them together with answers of"
                        + " /api/metrics");
    }

    @Test
    void what_is_no_number_or_time_is_rejected_with_its_line_and_the_rest_stays() {
        files.write(
                "history.json",
                "[" + history(TEN + "", 1, 0) + ",\n"
                        + history((TEN + 30) + "", 2, 0).replace("300.0", "\"much\"") + ",\n"
                        + history("\"yesterday\"", 2, 0) + ",\n" + history("-5", 2, 0) + ",\n 17]");
        assertThat(files.said(files.load()))
                .anyMatch(line -> line.startsWith("history.json:4") && line.contains("memory_usage_mb is not usable"))
                .anyMatch(line -> line.contains("yesterday") && line.contains("timestamp is not usable"))
                .anyMatch(line -> line.contains("-5.0") && line.contains("seconds since 1970 were expected"))
                .anyMatch(line -> line.contains("17") && line.contains("a JSON object was expected"))
                .hasSize(4);
        assertThat(files.rows("SELECT * FROM samples").size()).isEqualTo(8 + 7);
    }

    @Test
    void answers_without_anything_load_as_nothing() {
        files.write("alerts.json", "[]").write("history.json", "[]");
        LoadReport report = files.load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.files()).isEqualTo(2);
    }

    private static final String POSITIONS = """
            INSERT INTO positions (position_id, symbol, position_type, status, original_size, current_size, avg_entry_price,
                current_price, realized_pnl, total_fees, entry_fees, exit_fees, created_at, updated_at, closed_at, strategy)
            VALUES
              ('long', 'SHIB/USDT', 'LONG', 'CLOSED', 100, 0, 2.0, 2.2, 19.5, 0.9, 0.4, 0.5, %1$d000, %1$d000, %1$d600, 'infinity'),
              ('short', 'DOGE/USDT', 'SHORT', 'CLOSED', 10, 0, 1.0, 0.9, 1.0, 0, 0, 0, %1$d000, %1$d700, NULL, NULL),
              ('held', 'SHIB/USDT', 'LONG', 'OPEN', 50, 50, 2.0, 2.1, 0, 0.2, 0.2, 0, %1$d000, %1$d900, NULL, NULL),
              ('never', 'SHIB/USDT', 'LONG', 'CANCELLED', 50, 50, 2.0, 2.1, 0, 0, 0, 0, %1$d000, %1$d000, NULL, NULL);
            INSERT INTO trade_history (trade_id, position_id, order_id, symbol, trade_type, order_type, size, price,
                executed_size, executed_price, fees, fee_currency, status, execution_time, created_at, trade_pnl)
            VALUES
              ('t1', 'long', 'O1', 'SHIB/USDT', 'BUY', 'LIMIT', 100, 2.0, 100, 2.0, 0.4, 'USDT', 'EXECUTED', %1$d010, %1$d000, NULL),
              ('t2', 'long', 'O2', 'SHIB/USDT', 'SELL', 'MARKET', 100, 2.2, 50, 2.1, 0.2, 'USDT', 'PARTIAL', %1$d500, %1$d400, 4.8),
              ('t3', 'long', 'O2', 'SHIB/USDT', 'SELL', 'MARKET', 100, 2.2, 50, 2.3, 0.3, 'USDT', 'EXECUTED', %1$d600, %1$d400, 14.7),
              ('t4', NULL, NULL, 'SHIB/USDT', 'BUY', 'LIMIT', 7, 2.0, 0, 0, 0, NULL, 'REJECTED', NULL, %1$d800, NULL);
            """.formatted(TEN);

    // by hand: 19.5 after 0.5 of the exit, less 0.4 of the entry; exit (50 * 2.1 + 50 * 2.3) / 100; (2.2 / 2 - 1)
    @Test
    void a_closed_position_is_a_trade_after_all_fees() throws Exception {
        database(KrakenDb.TABLES, POSITIONS);
        LoadReport report = files.load();
        assertThat(report.rejected()).isEmpty();
        Rows trades = files.rows(
                "SELECT id, side, pnl, pnl_basis, fee, exit_price, pnl_fraction, pnl_currency, symbol, parts,"
                        + " CAST(exit_time AS VARCHAR) AS exit_time, pnl_reported FROM trades ORDER BY id DESC");
        assertThat(trades.texts("id")).containsExactly("position-short", "position-long", "position-held");
        assertThat(trades.doubles("pnl")).containsExactly(new double[] {1.0, 19.1, Double.NaN}, within(1e-12));
        assertThat(trades.texts("pnl_basis")).containsExactly("gross", "net", "net");
        assertThat(trades.doubles("fee")).containsExactly(Double.NaN, 0.9, 0.2);
        assertThat(trades.doubles("exit_price")[1]).isCloseTo(2.2, within(1e-12));
        assertThat(trades.doubles("pnl_fraction")[1]).isCloseTo(0.1, within(1e-12));
        assertThat(trades.texts("symbol")[1]).isEqualTo("SHIB/USDT");
        assertThat(trades.texts("exit_time")).containsExactly("2026-11-16 10:00:00.7", "2026-11-16 10:00:00.6", "");
        assertThat(report.notes())
                .anyMatch(note -> note.contains("1 cancelled positions"))
                .anyMatch(note -> note.contains("1 closed positions say nothing of fees"))
                .noneMatch(note -> note.contains("not read: "));
        Rows open = files.rows("SELECT quantity, mark_price FROM positions");
        assertThat(open.doubles("mark_price")).containsExactly(2.1);
    }

    // by hand: (2.2 - 2.0) * 100 - 0.9, whatever the bot has taken out of its own figure
    @Test
    void prices_tell_what_a_position_brought_where_its_fills_are_all_there() throws Exception {
        database(KrakenDb.TABLES, POSITIONS, "UPDATE positions SET realized_pnl = 20 WHERE position_id = 'long'");
        files.load();
        Rows trades = files.rows("SELECT pnl, pnl_reported FROM trades WHERE id = 'position-long'");
        assertThat(trades.doubles("pnl")[0]).isCloseTo(19.1, within(1e-12));
        assertThat(trades.doubles("pnl_reported")[0]).isEqualTo(20);
    }

    // by hand: 20 - 0.4, as half of the exit is missing
    @Test
    void the_bots_figure_stands_where_fills_are_missing() throws Exception {
        database(
                KrakenDb.TABLES,
                POSITIONS,
                "UPDATE positions SET realized_pnl = 20 WHERE position_id = 'long'",
                "DELETE FROM trade_history WHERE trade_id = 't3'");
        files.load();
        assertThat(files.rows("SELECT pnl FROM trades WHERE id = 'position-long'")
                        .doubles("pnl")[0])
                .isCloseTo(19.6, within(1e-12));
    }

    @Test
    void executions_are_fills_and_their_orders_have_the_newest_state() throws Exception {
        database(KrakenDb.TABLES, POSITIONS);
        files.load();
        Rows fills = files.rows("SELECT id, role, trade_id, fee FROM fills ORDER BY id");
        assertThat(fills.texts("id")).containsExactly("t1", "t2", "t3");
        assertThat(fills.texts("role")).containsExactly("open", "close", "close");
        assertThat(fills.texts("trade_id")).containsOnly("position-long");
        Rows orders = files.rows("SELECT id, status, CAST(filled AS DOUBLE) AS filled, fee FROM orders ORDER BY id");
        assertThat(orders.texts("id")).containsExactly("O1", "O2", "t4");
        assertThat(orders.texts("status")).containsExactly("filled", "filled", "rejected");
        assertThat(orders.doubles("filled")).containsExactly(100, 100, 0);
        assertThat(orders.doubles("fee")[1]).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void a_position_that_closes_later_replaces_the_open_one() throws Exception {
        database(KrakenDb.TABLES, POSITIONS);
        files.load();
        database(
                "UPDATE positions SET status = 'CLOSED', current_size = 0, realized_pnl = 3, exit_fees = 0.1, total_fees = 0.3,"
                        + " closed_at = " + (TEN + 60) + "000 WHERE position_id = 'held';");
        files.load();
        Rows held =
                files.rows("SELECT pnl, CAST(exit_time AS VARCHAR) AS closed FROM trades WHERE id = 'position-held'");
        assertThat(held.doubles("pnl")[0]).isCloseTo(2.8, within(1e-12));
        assertThat(held.texts("closed")).containsExactly("2026-11-16 10:01:00");
    }

    @Test
    void portfolio_metrics_are_equity_and_all_zero_rows_are_failed_readings() throws Exception {
        database(KrakenDb.TABLES, """
                INSERT INTO portfolio_metrics (timestamp_ms, total_value, cash_balance, position_value, sharpe_ratio) VALUES
                  (%1$d000, 1000.5, 400, 600.5, NULL), (%1$d500, 0, 0, 0, NULL), (%2$d000, 1010, 410, 600, 1.25);
                INSERT INTO balance_history (asset, balance, hold_trade, change_reason, timestamp_ms, balance_change) VALUES
                  ('USDT', 400, 50, 'trade', %1$d000, -10), ('USDT', 900, 0, 'Deposit credited', %2$d000, 500);
                INSERT INTO performance_analytics (period_type, period_start, period_end, start_value, end_value,
                  total_return, total_return_pct, sharpe_ratio) VALUES ('DAILY', %1$d000, %2$d000, 1000, 1010, 10, 1.0, 2.5);
                """.formatted(TEN, TEN + 3600));
        LoadReport report = files.load();
        assertThat(report.rejected()).isEmpty();
        Rows equity = files.rows("SELECT value, available, currency, preference FROM equity ORDER BY time");
        assertThat(equity.doubles("value")).containsExactly(1000.5, 1010);
        assertThat(equity.texts("currency")).containsOnly("USD");
        assertThat(report.notes()).anyMatch(note -> note.contains("1 rows of portfolio_metrics are all zero"));
        Rows runs = files.rows("SELECT id, figures->>'$.sharpe_ratio' AS sharpe FROM runs ORDER BY id");
        assertThat(runs.texts("sharpe")).containsExactly("2.5", "1.25");
        Rows flows = files.rows("SELECT amount, currency, kind FROM cash_flows");
        assertThat(flows.doubles("amount")).containsExactly(500);
        assertThat(flows.texts("currency")).containsExactly("USDT");
        Rows free = files.rows("SELECT value FROM samples WHERE metric = 'free_balance' ORDER BY time");
        assertThat(free.doubles("value")).containsExactly(350, 900);
    }

    @Test
    void a_database_without_some_tables_says_what_is_not_available() throws Exception {
        database(KrakenDb.TABLES, POSITIONS, "DROP TABLE portfolio_metrics;");
        LoadReport report = files.load();
        assertThat(report.notes()).anyMatch(note -> note.contains("no table portfolio_metrics: equity not available"));
        assertThat(files.rows("SELECT * FROM equity").size()).isZero();
        assertThat(files.rows("SELECT * FROM trades").size()).isEqualTo(3);
    }

    @Test
    void both_forms_of_the_log_are_events_and_a_traceback_belongs_to_its_record() {
        files.write("bot_20261116.log", """
                [2026-11-16 10:00:00] [INFO] [src.bot] - TRADE_EXECUTED: bought 5 SHIB
                [2026-11-16 10:00:01] [ERROR] [src.exchange] - API request failed
                Traceback (most recent call last):
                  File "exchange.py", line 3
                """);
        files.write("launcher_kraken.log", """
                2026-11-16 10:00:02,250 - src.monitoring.production_monitor - INFO - Production monitor started successfully
                2026-11-16 10:00:03,000 - src.monitoring.production_monitor - WARNING - Production Alert: High memory usage
                """);
        LoadReport report = files.load();
        assertThat(report.rejected()).isEmpty();
        Rows events = files.rows("SELECT CAST(time AS VARCHAR) AS time, kind, level, data FROM events ORDER BY time");
        assertThat(events.texts("kind")).containsExactly("log", "error", "start", "log");
        assertThat(events.texts("level")).containsExactly("INFO", "ERROR", "INFO", "WARNING");
        assertThat(events.texts("time")[2]).isEqualTo("2026-11-16 10:00:02.25");
        assertThat(events.texts("data")[1]).contains("exchange.py");
        assertThat(report.notes()).anyMatch(note -> note.contains("--zone"));
    }

    @Test
    void a_paper_account_is_trades_a_balance_and_a_report_of_the_environment_paper() {
        files.write("paper_performance.json", """
                {"starting_balance": 150.0, "current_balance": 151.5, "total_trades": 2, "winning_trades": 1,
                 "losing_trades": 1, "total_pnl": 1.5, "max_drawdown": 0.01, "peak_balance": 152.0, "trade_history": [
                 {"timestamp": "2026-11-16T09:00:00.5+00:00", "symbol": "SHIB/USDT", "side": "sell", "amount": 10.0,
                  "price": 2.0, "pnl": 2.0, "balance_after": 152.0},
                 {"timestamp": "2026-11-16T09:30:00+00:00", "symbol": "SHIB/USDT", "side": "sell", "amount": 10.0,
                  "price": 1.9, "pnl": -0.5, "balance_after": 151.5},
                 {"symbol": "SHIB/USDT", "pnl": 1.0}],
                 "daily_pnl": {"2026-11-16": 1.5}, "last_updated": "2026-11-16T09:30:00.1+00:00"}
                """);
        assertThat(files.said(files.load())).hasSize(1).first().asString().contains("no timestamp here");
        assertThat(files.rows("SELECT pnl FROM trades WHERE environment = 'paper' ORDER BY time")
                        .doubles("pnl"))
                .containsExactly(2, -0.5);
        assertThat(files.rows("SELECT value FROM equity WHERE environment = 'paper' ORDER BY time")
                        .doubles("value"))
                .containsExactly(152, 151.5);
        assertThat(files.rows("SELECT capital FROM runs WHERE kind = 'report'").doubles("capital"))
                .containsExactly(150);
    }
}
