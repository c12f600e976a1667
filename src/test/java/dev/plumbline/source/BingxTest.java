package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as the bot's own code writes them: state_manager.py, audit_logger.py, metrics.py (both branches) and main.py. */
final class BingxTest {

    /** As a capture of PostgreSQL has them: every value is text. */
    private static final String CAPTURED = """
            CREATE TABLE orders (id TEXT, created_at TEXT, broker_order_id TEXT, status TEXT, symbol TEXT, side TEXT, price TEXT,
                quantity TEXT, filled_quantity TEXT, signal_metadata TEXT);
            CREATE TABLE positions (id TEXT, symbol TEXT, size TEXT, avg_price TEXT, updated_at TEXT);
            CREATE TABLE alembic_version (version_num TEXT);
            """;

    /** As SQLAlchemy makes them in SQLite. */
    private static final String IN_SQLITE = """
            CREATE TABLE orders (id VARCHAR(36) NOT NULL PRIMARY KEY, created_at DATETIME NOT NULL, broker_order_id VARCHAR(64),
                status VARCHAR(32) NOT NULL, symbol VARCHAR(32) NOT NULL, side VARCHAR(8) NOT NULL, price NUMERIC(38, 18),
                quantity NUMERIC(38, 18) NOT NULL, filled_quantity NUMERIC(38, 18) NOT NULL, signal_metadata JSON);
            CREATE TABLE positions (id VARCHAR(36) NOT NULL PRIMARY KEY, symbol VARCHAR(32) NOT NULL UNIQUE,
                size NUMERIC(38, 18) NOT NULL, avg_price NUMERIC(38, 18) NOT NULL, updated_at DATETIME NOT NULL);
            """;

    private static final String STARTED = "{\"timestamp\": \"2026-11-16T14:00:00.000001Z\", \"level\": \"INFO\","
            + " \"logger\": \"trading_bot_audit\", \"message\": \"[app_started] Trading bot started\","
            + " \"event_type\": \"app_started\", \"data\": {\"version\": \"1.0.0\", \"trading_enabled\": true},"
            + " \"system_info\": {\"python_version\": \"3.11\"}}";

    @TempDir
    Path folder;

    private Imports imports() {
        return new Imports(folder);
    }

    private static String audit(String time, String event, String level, String data) {
        return "{\"timestamp\": \"2026-11-16T" + time + "Z\", \"level\": \"" + level
                + "\", \"logger\": \"trading_bot_audit\"," + " \"message\": \"[" + event + "] …\", \"event_type\": \""
                + event + "\", \"data\": " + data + "}";
    }

    private Imports database(String name, String... scripts) throws SQLException, IOException {
        Files.createDirectories(imports().path(name).getParent());
        TradingDb.write(imports().path(name), scripts);
        return imports();
    }

    @Test
    void orders_of_a_capture_keep_all_their_digits() throws SQLException, IOException {
        LoadReport report = database("trading_bot.db", CAPTURED, """
                INSERT INTO orders VALUES
                ('o1', '2026-11-16 14:00:00.123456', '1791', 'PARTIALLY_FILLED', 'BTCUSDT', 'BUY', '91234.123456789012345678',
                 '12345678901234567890.123456789012345678', '0.000000000000000001',
                 '{"chat_id": -100, "source": "telegram", "signal": {"order_type": "MARKET", "leverage": 50}}'),
                ('o2', '2026-11-16 14:01:00', NULL, 'ERROR', 'ETHUSDT', 'SELL', NULL, '0.1', '0', '{}'),
                ('o3', '2026-11-16T14:02:00Z', NULL, 'CANCELLED', 'ETHUSDT', 'SELL', NULL, '0.1', '0', NULL),
                ('o4', '2026-11-16 14:03:00', NULL, 'WAITING', 'ETHUSDT', 'SELL', 'cheap', '0.1', '0', NULL),
                ('o5', 'soon', NULL, 'PENDING', 'ETHUSDT', 'SELL', NULL, '0.1', '0', NULL);
                """).load();
        assertThat(imports().said(report))
                .containsExactly(
                        "trading_bot.db: found \"cheap\": orders o4: price is no number of at most 20 digits and 18 decimals;"
                                + " the order stays without it",
                        "trading_bot.db: found \"soon\": orders o5: an id and a time such as 2026-11-16 14:00:00 were expected");
        Rows rows = imports()
                .rows("SELECT *, CAST(price AS VARCHAR) AS p, CAST(quantity AS VARCHAR) AS q,"
                        + " CAST(filled AS VARCHAR) AS f, CAST(time AS VARCHAR) AS t FROM orders ORDER BY id");
        assertThat(rows.texts("id")).containsExactly("o1", "o2", "o3", "o4");
        assertThat(rows.texts("status")).containsExactly("partially_filled", "failed", "cancelled", "unknown");
        assertThat(rows.texts("status_written")).containsExactly("PARTIALLY_FILLED", "ERROR", "CANCELLED", "WAITING");
        assertThat(rows.texts("p")[0]).isEqualTo("91234.123456789012345678");
        assertThat(rows.texts("q")[0]).isEqualTo("12345678901234567890.123456789012345678");
        assertThat(rows.texts("f")[0]).isEqualTo("0.000000000000000001");
        assertThat(rows.texts("t"))
                .containsExactly(
                        "2026-11-16 14:00:00.123456",
                        "2026-11-16 14:01:00",
                        "2026-11-16 14:02:00",
                        "2026-11-16 14:03:00");
        assertThat(rows.texts("order_id")[0]).isEqualTo("1791");
        assertThat(rows.texts("side")[0]).isEqualTo("buy");
        assertThat(rows.texts("type")[0]).isEqualTo("market");
        assertThat(rows.texts("strategy")[0]).isEqualTo("telegram");
        assertThat(rows.texts("symbol")[0]).isEqualTo("BTC/USDT");
        assertThat(rows.texts("system")[0] + " " + rows.texts("agent")[0]).isEqualTo("bingx bingx");
        Rows signals = imports().rows("SELECT correlation, data FROM events WHERE kind = 'order_signal'");
        assertThat(signals.texts("correlation")).containsExactly("o1");
        assertThat(signals.texts("data")[0]).contains("\"leverage\": 50");
        assertThat(report.notes().toString())
                .contains("has no table signals: signals not available as a table; counted from the audit log")
                .contains("status words that are not known, kept as unknown: WAITING")
                .doesNotContain("binary fractions");
    }

    @Test
    void numeric_columns_of_sqlite_are_taken_by_their_shortest_form_and_a_note_says_so()
            throws SQLException, IOException {
        LoadReport report = database("bot.sqlite", IN_SQLITE, """
                INSERT INTO orders VALUES ('o1', '2026-11-16 14:00:00', 'b', 'FILLED', 'BTCUSDT', 'BUY', '91234.1', '0.1', 1e-7, '{}');
                INSERT INTO positions VALUES ('p1', 'BTCUSDT', '0.3', 91234.5, '2026-11-16 14:00:01'),
                    ('p2', 'ETHUSDT', -2, 3000, '2026-11-16 14:00:02'), ('p3', 'XRPUSDT', 0, 0, '2026-11-16 14:00:03');
                """).load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes().toString()).contains("about 15 digits are exact");
        Rows orders =
                imports().rows("SELECT CAST(price AS VARCHAR) || ' ' || quantity || ' ' || filled AS s FROM orders");
        assertThat(orders.texts("s"))
                .containsExactly("91234.100000000000000000 0.100000000000000000 0.000000100000000000");
        Rows positions = imports()
                .rows("SELECT side, CAST(quantity AS DOUBLE) AS q, entry_price, status FROM positions ORDER BY time");
        assertThat(positions.texts("side")).containsExactly("long", "short", "");
        assertThat(positions.doubles("q")).containsExactly(0.3, 2, 0);
        assertThat(positions.doubles("entry_price")).containsExactly(91234.5, 3000, Double.NaN);
        assertThat(positions.texts("status")).containsExactly("open", "open", "closed");
    }

    @Test
    void an_order_that_fills_replaces_itself() throws SQLException, IOException {
        database(
                        "bot.db",
                        IN_SQLITE,
                        "INSERT INTO orders VALUES ('o1', '2026-11-16 14:00:00', NULL, 'PENDING', 'BTCUSDT', 'BUY', NULL, 1, 0, NULL)")
                .load();
        database("bot.db", "UPDATE orders SET status = 'FILLED', filled_quantity = 1")
                .load();
        Rows rows = imports().rows("SELECT status, CAST(filled AS DOUBLE) AS filled FROM orders");
        assertThat(rows.texts("status")).containsExactly("filled");
        assertThat(rows.doubles("filled")).containsExactly(1);
    }

    @Test
    void orders_and_positions_of_another_bot_are_not_taken() throws SQLException, IOException {
        LoadReport report = database("other.db", "CREATE TABLE orders (id TEXT); CREATE TABLE positions (id TEXT)")
                .load();
        assertThat(report.files()).isZero();
    }

    @Test
    void the_audit_log_becomes_events_latencies_and_runs() {
        LoadReport report = imports()
                .write(
                        "bot.log",
                        String.join(
                                        "\n",
                                        STARTED,
                                        audit(
                                                "14:00:01",
                                                "signal_received",
                                                "INFO",
                                                "{\"message\": \"BUY BTCUSDT 0.1\", \"metadata\": {\"chat_id\": 1}}"),
                                        audit(
                                                "14:00:02",
                                                "order_created",
                                                "INFO",
                                                "{\"order_id\": \"o1\", \"signal\": {\"symbol\": \"BTCUSDT\"}}"),
                                        audit(
                                                "14:00:03",
                                                "exchange_api_call",
                                                "INFO",
                                                "{\"method\": \"POST\", \"endpoint\": \"/order\", \"status_code\": 200, \"duration_seconds\": 0.25}"),
                                        audit(
                                                "14:00:03",
                                                "exchange_api_call",
                                                "INFO",
                                                "{\"method\": \"POST\", \"endpoint\": \"/order\", \"status_code\": 200, \"duration_seconds\": 0.35}"),
                                        audit(
                                                "14:00:04",
                                                "order_submission_failed",
                                                "INFO",
                                                "{\"order_id\": \"o1\", \"error\": \"no funds\"}"),
                                        audit(
                                                "14:00:05",
                                                "performance_metric",
                                                "INFO",
                                                "{\"operation\": \"parse\", \"duration_seconds\": 0.001}"),
                                        "{\"timestamp\": \"2026-11-16T14:00:06Z\", \"level\": \"ERROR\", \"logger\": \"trading_bot_audit\","
                                                + " \"message\": \"boom\", \"exception\": \"Traceback …\"}",
                                        audit("15:00:00", "app_stopped", "INFO", "{}"),
                                        STARTED.replace("T14:00:00.000001", "T16:00:00"),
                                        "{\"level\": \"INFO\", \"message\": \"no time\"}",
                                        "{\"timestamp\": \"2026-11-16T16:00:01Z\", \"level\"")
                                + "\n")
                .load();
        assertThat(imports().said(report))
                .containsExactly(
                        "bot.log:11:1: no timestamp here: a time was expected",
                        "bot.log:12:46: found \"{\"timestamp\": \"2026-11-16T16:00:01Z\", \"level\"\":"
                                + " one whole JSON object was expected on this line");
        Rows events = imports()
                .rows("SELECT kind, level, correlation, symbol, line FROM events WHERE kind <> 'error' ORDER BY line");
        assertThat(events.texts("kind"))
                .containsExactly(
                        "app_started",
                        "signal_received",
                        "order_created",
                        "exchange_api_call",
                        "exchange_api_call",
                        "order_submission_failed",
                        "performance_metric",
                        "log",
                        "app_stopped",
                        "app_started");
        assertThat(events.texts("correlation")[2]).isEqualTo("o1");
        assertThat(events.texts("symbol")[2]).isEqualTo("BTC/USDT");
        Rows errors = imports().rows("SELECT line, level FROM events WHERE kind = 'error' ORDER BY line");
        assertThat(errors.doubles("line")).containsExactly(6, 8);
        assertThat(errors.texts("level")).containsExactly("ERROR", "ERROR");
        Rows data = imports()
                .rows(
                        "SELECT data ->> '$.exception' AS exception, data ->> '$.system_info.python_version' AS python,"
                                + " data ->> '$.version' AS version FROM events WHERE kind IN ('app_started', 'log') ORDER BY time");
        assertThat(data.texts("python")).containsExactly("3.11", "", "3.11");
        assertThat(data.texts("version")).containsExactly("1.0.0", "", "1.0.0");
        assertThat(data.texts("exception")).containsExactly("", "Traceback …", "");
        Rows samples = imports().rows("SELECT metric || labels AS s, kind, value FROM samples ORDER BY value");
        assertThat(samples.texts("s"))
                .containsExactly(
                        "operation_seconds{\"operation\":\"parse\"}",
                        "exchange_api_call_seconds{\"endpoint\":\"/order\",\"method\":\"POST\",\"status\":\"200\"}",
                        "exchange_api_call_seconds{\"endpoint\":\"/order\",\"method\":\"POST\",\"status\":\"200\"}");
        assertThat(samples.doubles("value")).containsExactly(0.001, 0.25, 0.35);
        Rows runs = imports()
                .rows(
                        "SELECT kind, CAST(time AS VARCHAR) AS began, CAST(ended AS VARCHAR) AS ended, strategy_version AS v,"
                                + " figures ->> '$.trading_enabled' AS trading FROM runs WHERE kind = 'process' ORDER BY time");
        assertThat(runs.texts("began")).containsExactly("2026-11-16 14:00:00.000001", "2026-11-16 16:00:00");
        assertThat(runs.texts("ended")).containsExactly("2026-11-16 15:00:00", "");
        assertThat(runs.texts("v")).containsOnly("1.0.0");
        assertThat(runs.texts("trading")).containsOnly("true");
    }

    @Test
    void the_log_of_docker_compose_is_the_same_log_with_more_in_it() {
        String received = audit("14:00:01", "signal_received", "INFO", "{}");
        LoadReport report = imports()
                .write(
                        "compose.log",
                        String.join(
                                        "\n",
                                        "Attaching to db_1, bot_1",
                                        "bot_1  | " + STARTED,
                                        "db_1   | 2026-11-16 14:00:00.500 UTC [1] LOG:  checkpoint starting",
                                        "db_1   | ",
                                        "bot_1  | Traceback (most recent call last):",
                                        "bot_1  |   File \"main.py\", line 1",
                                        "\u001b[36mbot_1  |\u001b[0m " + received,
                                        "bot_1  | {\"timestamp\": broken",
                                        "bot-1  | 2026-11-16T14:00:09.123456789Z started uvicorn",
                                        "bot-1  | 2026-11-16T14:00:10.000000001Z "
                                                + audit("14:00:10", "health_check", "INFO", "{}"))
                                + "\n")
                .write(
                        "audit.jsonl",
                        STARTED + "\n" + received + "\n" + audit("14:00:10", "health_check", "INFO", "{}") + "\n")
                .load();
        assertThat(imports().said(report))
                .singleElement()
                .asString()
                .startsWith("compose.log:8:")
                .endsWith("one whole JSON object was expected on this line");
        assertThat(report.notes().stream().map(note -> note.replaceFirst(".*compose.log", "compose.log")))
                .containsExactly(
                        "compose.log: lines of db_1, which writes no audit lines, are left out: 1",
                        "compose.log: lines of no service, which writes no audit lines, are left out: 1");
        Rows events = imports()
                .rows(
                        "SELECT kind, COALESCE(message, '') AS m, CAST(time AS VARCHAR) AS t FROM events ORDER BY time, line");
        assertThat(events.texts("kind"))
                .containsExactly("app_started", "output", "output", "signal_received", "output", "health_check");
        assertThat(events.texts("m")[1]).isEqualTo("Traceback (most recent call last):");
        assertThat(events.texts("t")[2]).isEqualTo("2026-11-16 14:00:00.000001");
        assertThat(events.texts("t")[4]).startsWith("2026-11-16 14:00:09.123456");
    }

    @Test
    void a_log_that_is_being_written_is_read_up_to_its_last_whole_line() {
        String first = STARTED + "\n";
        imports()
                .write(
                        "bot.log",
                        first
                                + audit("14:00:01", "signal_received", "INFO", "{}")
                                        .substring(0, 60))
                .load();
        LoadReport report = imports()
                .write("bot.log", first + audit("14:00:01", "signal_received", "INFO", "{}") + "\n")
                .load();
        assertThat(report.rejected()).isEmpty();
        assertThat(imports().rows("SELECT kind FROM events ORDER BY time").texts("kind"))
                .containsExactly("app_started", "signal_received");
    }

    @Test
    void what_the_bot_really_exports_is_read_with_its_defects() {
        LoadReport report = imports().write("metrics_20261116_1400.txt", """
                # HELP signals_processed_total Total number of signals processed
                # TYPE signals_processed_total counter
                # HELP telegram_connection_status Telegram connection status (1=connected, 0=disconnected)
                # TYPE telegram_connection_status gauge
                # TYPE trading_errors_total counter

                orders_created_total 7
                signals_processed_total 5
                signals_processed_total{status="success",type="cryptet"} 5
                signals_processed_total 0
                telegram_connection_status 1
                position_size{symbol="BTC-USDT"} 0.25
                app_info{trading_enabled="True",version="1.0.0"} 1
                bingx_call{op="order"}_count 1000
                bingx_call{op="order"}_sum 12.5
                bingx_call{op="order"}{quantile="0.50"} 0.01
                """).load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes()).hasSize(2);
        Rows rows = imports()
                .rows(
                        "SELECT system || ' ' || kind || ' ' || metric || labels AS s, value, symbol FROM samples ORDER BY s");
        assertThat(rows.texts("s"))
                .containsExactly(
                        "bingx counter orders_created_total{}",
                        "bingx counter signals_processed_total{\"status\":\"success\",\"type\":\"cryptet\"}",
                        "bingx counter signals_processed_total{}",
                        "bingx gauge telegram_connection_status{}",
                        "bingx unknown app_info{\"trading_enabled\":\"True\",\"version\":\"1.0.0\"}",
                        "bingx unknown bingx_call_count{\"op\":\"order\"}",
                        "bingx unknown bingx_call_sum{\"op\":\"order\"}",
                        "bingx unknown bingx_call{\"op\":\"order\",\"quantile\":\"0.50\"}",
                        "bingx unknown position_size{\"symbol\":\"BTC-USDT\"}");
        assertThat(rows.doubles("value")[2]).isEqualTo(5);
        assertThat(rows.texts("symbol")[8]).isEqualTo("BTC/USDT");
    }

    @Test
    void the_branch_that_exports_comments_is_read_and_the_note_says_that_no_server_sees_them() {
        LoadReport report = imports().write("metrics_20261116_1400.txt", """
                # Simple metrics output
                # COUNTER signals_parse_failed_total 3
                # COUNTER orders_created_total 4
                # GAUGE app_info_{'version': '1.0.0', 'trading_enabled': 'True'} 1
                """).load();
        assertThat(report.notes()).singleElement().asString().contains("3 samples are written as comments");
        Rows rows = imports()
                .rows(
                        "SELECT system || ' ' || kind || ' ' || metric || labels || ' ' || value AS s FROM samples ORDER BY s");
        assertThat(rows.texts("s"))
                .containsExactly(
                        "bingx counter orders_created_total{} 4.0",
                        "bingx counter signals_parse_failed_total{} 3.0",
                        "bingx gauge app_info{\"trading_enabled\":\"True\",\"version\":\"1.0.0\"} 1.0");
    }

    @Test
    void what_prometheus_kept_of_the_bot_is_the_bots_and_other_series_are_not() {
        imports()
                .write(
                        "one.json",
                        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":"
                                + "\"signals_parse_failed_total\",\"job\":\"trading-bot\"},\"values\":[[1763301600,\"3\"]]}]}}")
                .write(
                        "two.json",
                        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":"
                                + "\"up\",\"job\":\"trading-bot\"},\"values\":[[1763301600,\"1\"]]}]}}")
                .load();
        Rows rows = imports().rows("SELECT system || ' ' || metric || labels AS s FROM samples ORDER BY s");
        assertThat(rows.texts("s"))
                .containsExactly(
                        "bingx signals_parse_failed_total{\"job\":\"trading-bot\"}",
                        "prometheus up{\"job\":\"trading-bot\"}");
    }

    @Test
    void the_balance_and_the_switch_of_trading_that_prometheus_kept_are_the_bots_too() {
        for (String metric : List.of("app_info", "exchange_balance_usdt", "telegram_connection_status")) {
            imports()
                    .write(
                            metric + ".json",
                            "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":\""
                                    + metric + "\"},\"values\":[[1763301600,\"1\"]]}]}}");
        }
        assertThat(imports().load().rejected()).isEmpty();
        assertThat(imports().rows("SELECT DISTINCT system FROM samples").texts("system"))
                .containsExactly("bingx");
    }

    @Test
    void status_and_health_are_filed_when_they_were_asked_for() throws IOException {
        String health = "{\"status\": \"healthy\", \"timestamp\": \"2024-01-01T00:00:00Z\"}";
        Imports imports = imports()
                .write("status_20261116_140000.json", """
                        {"healthy": true, "ready": false, "components": {"bingx_client": true, "telethon_connector": false},
                         "config": {"trading_enabled": "false", "bingx_testnet": "true"}}""")
                .write("health_20261116_140100.json", health)
                .write("health_20261116_140200.json", health)
                .write("health.json", "{\"detail\": \"Service unhealthy\"}");
        Files.setLastModifiedTime(imports.path("health.json"), FileTime.from(Instant.parse("2026-11-16T14:03:00Z")));
        LoadReport report = imports.load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes())
                .singleElement()
                .asString()
                .contains("when the file was last written is taken")
                .contains("health.json (2026-11-16T14:03)");
        Rows events = imports.rows(
                "SELECT kind || ' ' || level || ' ' || message || ' ' || strftime(time, '%H:%M') AS s FROM events ORDER BY time");
        assertThat(events.texts("s"))
                .containsExactly(
                        "status INFO healthy, not ready 14:00",
                        "health INFO healthy 14:01",
                        "health INFO healthy 14:02",
                        "health WARNING Service unhealthy 14:03");
        Rows samples =
                imports.rows("SELECT metric || labels AS s, value FROM samples WHERE metric LIKE 'status%' ORDER BY s");
        assertThat(samples.texts("s"))
                .containsExactly(
                        "status_component{\"component\":\"bingx_client\"}",
                        "status_component{\"component\":\"telethon_connector\"}",
                        "status_config{\"setting\":\"bingx_testnet\"}",
                        "status_config{\"setting\":\"trading_enabled\"}",
                        "status_healthy{}",
                        "status_ready{}");
        assertThat(samples.doubles("value")).containsExactly(1, 0, 1, 0, 1, 0);
        assertThat(imports.rows("SELECT value FROM samples WHERE metric = 'health' ORDER BY time")
                        .doubles("value"))
                .containsExactly(1, 1, 0);
    }

    @Test
    void twice_changes_nothing() {
        imports()
                .write("audit.jsonl", STARTED + "\n")
                .write("metrics_20261116_1400.txt", "telegram_connection_status 1\n")
                .load();
        LoadReport again = imports().load();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.importId()).isZero();
    }
}
