package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.LoadReport;
import dev.plumbline.model.Rejected;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server of the machine: what a capture reads, what it says, and that it leaves nothing behind. */
final class PostgresCaptureTest {

    private static PostgresServer server;

    @TempDir
    Path data;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        server = PostgresServer.start();
        server.database("fox_crypto", FoxTables.DDL_2025, FoxTables.ROWS_2025);
        server.database("fox_2026", FoxTables.DDL_2026, FoxTables.ROWS_2026);
        server.run("postgres", "CREATE ROLE reader LOGIN PASSWORD 'reader'", "CREATE ROLE stranger LOGIN PASSWORD 'x'");
        server.run(
                "fox_2026",
                "GRANT USAGE ON SCHEMA monitoring TO reader",
                "GRANT SELECT ON monitoring.positions, monitoring.trailing_stop_state TO reader");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static String url(String database) {
        return "postgresql://bot:" + URLEncoder.encode(PostgresServer.PASSWORD, StandardCharsets.UTF_8) + "@"
                + server.at(database);
    }

    private static ImportOptions told(String zone) {
        ImportOptions none = ImportOptions.of("");
        return new ImportOptions(
                "",
                none.agent(),
                none.account(),
                none.exchange(),
                none.environment(),
                Optional.of(ZoneId.of(zone)),
                none.stake(),
                none.capital(),
                none.feeRate(),
                none.maxAge());
    }

    private LoadReport load(String url, String... as) {
        return load(new ImportRequest(List.of(url), Stream.of(as).findFirst(), ImportOptions.of("")));
    }

    private LoadReport load(String url, ImportOptions told) {
        return load(new ImportRequest(List.of(url), Optional.empty(), told));
    }

    private LoadReport load(ImportRequest request) {
        return Importer.run(data, Queries.find(), List.of(request), Progress.none());
    }

    private static List<String> said(LoadReport report) {
        return said(report.rejected());
    }

    private static List<String> said(List<Rejected> rejected) {
        return rejected.stream().map(Rejected::toString).toList();
    }

    /** What is said where nothing can be captured. */
    private List<Rejected> refused(String url, String... as) {
        Rejections rejections = new Rejections();
        try (Captures captures = new Captures(Sources.installed(), data, data, Progress.none(), rejections)) {
            assertThat(captures.of(new ImportRequest(List.of(url), Stream.of(as).findFirst(), ImportOptions.of(""))))
                    .isEmpty();
        }
        return rejections.rejected();
    }

    private Rows rows(String sql) {
        try (Store store = Store.open(data, Queries.find())) {
            return store.select(sql);
        }
    }

    @Test
    void closed_positions_are_trades_with_exact_figures_at_the_times_of_the_bots_zone() {
        LoadReport report = load(url("fox_crypto"), told("+04:00"));
        assertThat(said(report)).isEmpty();
        Rows trades = rows("SELECT symbol, exchange, side, CAST(entry_time AS VARCHAR) AS entered,"
                + " CAST(exit_time AS VARCHAR) AS left_at, pnl, pnl_basis, pnl_currency, pnl_fraction, fee, leverage,"
                + " close_reason, file FROM trades WHERE exit_time IS NOT NULL ORDER BY entry_time");
        Rows open = rows("SELECT symbol, CAST(entry_time AS VARCHAR) AS entered, exit_price, pnl FROM trades"
                + " WHERE exit_time IS NULL ORDER BY entry_time");
        assertThat(open.texts("symbol")).containsExactly("SOL/USDT", "XRP/USDT");
        assertThat(open.texts("entered")).containsExactly("2025-10-18 05:00:00", "2025-10-18 05:30:00");
        assertThat(open.doubles("exit_price")).containsOnly(Double.NaN);
        assertThat(open.doubles("pnl")).containsOnly(Double.NaN);
        assertThat(trades.texts("symbol")).containsExactly("BTC/USDT", "ETH/USDT");
        assertThat(trades.texts("exchange")).containsExactly("binance", "bybit");
        assertThat(trades.texts("side")).containsExactly("long", "short");
        // 06:00:00.5 and 08:00 of a server four hours ahead of UTC
        assertThat(trades.texts("entered")).containsExactly("2025-10-18 02:00:00.5", "2025-10-18 03:00:00");
        assertThat(trades.texts("left_at")).containsExactly("2025-10-18 04:00:00", "2025-10-18 03:30:00");
        assertThat(trades.doubles("pnl")).containsExactly(6.00000001, -200);
        assertThat(trades.texts("pnl_basis")).containsOnly("gross");
        assertThat(trades.texts("pnl_currency")).containsOnly("USDT");
        // 1.0 per cent as written; -(4100 / 4000 - 1) where nothing is written
        assertThat(trades.doubles("pnl_fraction")[0]).isEqualTo(0.01);
        assertThat(trades.doubles("pnl_fraction")[1]).isCloseTo(-0.025, within(1e-15));
        assertThat(trades.doubles("fee")).containsExactly(Double.NaN, 1.5);
        assertThat(trades.doubles("leverage")).containsExactly(10, 1);
        assertThat(trades.texts("close_reason")).containsExactly("stop_loss", "");
        assertThat(trades.texts("file")).containsOnly("postgresql://bot@" + server.at("fox_crypto"));
    }

    @Test
    void the_other_tables_are_positions_events_fills_orders_samples_and_figures() {
        load(url("fox_crypto"), told("+04:00"));
        Rows open =
                rows("SELECT symbol, CAST(quantity AS VARCHAR) AS quantity, unrealised, CAST(time AS VARCHAR) AS time"
                        + " FROM positions ORDER BY symbol");
        assertThat(open.texts("symbol")).containsExactly("SOL/USDT", "XRP/USDT");
        assertThat(open.texts("quantity")).containsExactly("5.000000000000000000", "100.000000000000000000");
        assertThat(open.texts("time")).containsOnly("2025-10-18 06:15:00");
        Rows events = rows(
                "SELECT kind, level, CAST(time AS VARCHAR) AS time, correlation, data FROM events ORDER BY time, kind");
        assertThat(events.texts("kind"))
                .containsExactly(
                        "bot_started",
                        "position_created",
                        "stop_loss_error",
                        "exposure",
                        "risk_violation",
                        "trailing_stop");
        assertThat(events.texts("level")).containsExactly("", "INFO", "ERROR", "ERROR", "CRITICAL", "INFO");
        assertThat(events.texts("time"))
                .containsExactly(
                        "2025-10-17 20:00:00",
                        "2025-10-18 02:00:00.5",
                        "2025-10-18 03:00:01",
                        "2025-10-18 05:00:00",
                        "2025-10-18 05:05:00",
                        "2025-10-18 06:10:00");
        assertThat(events.texts("correlation")[1]).isEqualTo("wave-1");
        assertThat(events.texts("data")[0]).isEqualTo("{\"value\":\"[\\\"a\\\", 1]\"}");
        assertThat(events.texts("data")[1]).contains("\"position_id\":\"1\"", "\"quantity\":0.01");
        Rows fills = rows("SELECT side, price, fee, fee_currency, order_id FROM fills");
        assertThat(fills.texts("side")).containsExactly("buy");
        assertThat(fills.doubles("price")).containsExactly(60000);
        assertThat(fills.texts("order_id")).containsExactly("77");
        Rows orders = rows("SELECT status, status_written, CAST(quantity AS VARCHAR) AS quantity FROM orders");
        assertThat(orders.texts("status")).containsExactly("filled");
        assertThat(orders.texts("quantity")).containsExactly("0.010000010000000000");
        Rows samples = rows("SELECT metric, labels, value, kind FROM samples");
        assertThat(samples.texts("metric")).containsExactly("batch_ms");
        assertThat(samples.texts("labels")).containsExactly("{\"size\": 3}");
        assertThat(rows("SELECT figures FROM runs WHERE kind = 'report'").texts("figures")[0])
                .contains("\"total_trades\":2.0", "\"total_pnl\":-194.0")
                .doesNotContain("sharpe_ratio");
    }

    @Test
    void the_tables_of_2026_have_absolute_times_and_what_is_missing_is_said() {
        LoadReport report = load(url("fox_2026"), told("+04:00"));
        assertThat(said(report)).isEmpty();
        assertThat(rows("SELECT CAST(entry_time AS VARCHAR) AS entered, pnl_fraction FROM trades")
                        .texts("entered"))
                .containsExactly("2026-03-01 07:00:00");
        String shown = "postgresql://bot@" + server.at("fox_2026");
        assertThat(report.notes())
                .containsExactlyInAnyOrder(
                        shown + " has no table trades: fills not available",
                        shown + " has no table orders: orders not available",
                        shown + " has no table performance_metrics: the bot's own figures not available",
                        shown + ": columns of positions that are not read: labels",
                        shown + ": tables that are not read: wallets");
    }

    @Test
    void the_same_rows_are_known_already_and_a_new_one_is_added() throws SQLException {
        server.database("growing", FoxTables.DDL_2026, FoxTables.ROWS_2026);
        assertThat(load(url("growing")).loaded()).isPositive();
        // the rows lie elsewhere now, and say the same
        server.run("growing", "UPDATE monitoring.positions SET pnl = pnl", "ANALYZE");
        LoadReport again = load(url("growing"));
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.importId()).isZero();
        server.run(
                "growing",
                "INSERT INTO monitoring.events (event_type, created_at) VALUES ('bot_stopped', '2026-03-01 12:00+00')");
        assertThat(load(url("growing")).loaded()).isEqualTo(1);
    }

    @Test
    void a_table_that_may_not_be_read_is_rejected_and_the_others_load() {
        LoadReport report = load("postgresql://reader:reader@" + server.at("fox_2026"));
        assertThat(said(report))
                .containsExactly(
                        "postgresql://reader@" + server.at("fox_2026") + ": table monitoring.events: permission"
                                + " denied: GRANT USAGE on the schema and SELECT on its tables to reader");
        assertThat(rows("SELECT pnl FROM trades").doubles("pnl")).containsExactly(-6);
    }

    @Test
    void nothing_can_be_written_even_where_the_database_asks_for_it() throws SQLException {
        server.database("counting", FoxTables.DDL_2026, FoxTables.ROWS_2026);
        server.run(
                "counting",
                "CREATE SEQUENCE monitoring.asked",
                "CREATE VIEW monitoring.orders AS SELECT nextval('monitoring.asked') AS id");
        LoadReport report = load(url("counting"));
        assertThat(said(report))
                .containsExactly(
                        "postgresql://bot@" + server.at("counting") + ": table monitoring.orders: ERROR: cannot"
                                + " execute nextval() in a read-only transaction (SQL state 25006)");
        assertThat(rows("SELECT pnl FROM trades").size()).isEqualTo(1);
    }

    @Test
    void errors_are_one_line_without_the_password() throws IOException, SQLException {
        server.database("empty");
        String host = "127.0.0.1:" + server.port();
        assertThat(said(refused(url("empty"), "fox")))
                .containsExactly(
                        "postgresql://bot@" + host
                                + "/empty: no tables of fox are here, found none: check the database, or name the system with --as");
        assertThat(said(refused(url("nowhere"))))
                .containsExactly("postgresql://bot@" + host + "/nowhere: there is no database nowhere at " + host);
        assertThat(said(refused("postgresql://bot:wrong-secret@" + host + "/fox_crypto")))
                .containsExactly(
                        "postgresql://bot@" + host + "/fox_crypto: the server does not let bot in: check user and"
                                + " password, which may stand in the URL, in PGPASSWORD or in ~/.pgpass (FATAL: password"
                                + " authentication failed for user \"bot\")");
        assertThat(said(refused("postgresql://bot:se%zzcret@" + host + "/fox_crypto")))
                .containsExactly(
                        "postgresql://…: a URL such as postgresql://user@host:5432/database was expected: a % is"
                                + " followed by two hexadecimal digits");
        assertThat(said(refused("mysql://bot:secret@" + host + "/fox")))
                .containsExactly(
                        "mysql://…: nothing can be read there: a path, or a URL that begins with http://, postgresql:// or"
                                + " sqlite:, was expected");
        assertThat(said(refused(url("fox_crypto"), "nofx")))
                .containsExactly("postgresql://bot@" + host + "/fox_crypto: nofx is not read from PostgreSQL: a file or"
                        + " folder was expected");
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(said(refused("postgresql://bot:secret@127.0.0.1:" + free + "/fox_crypto")))
                .containsExactly(
                        "postgresql://bot@127.0.0.1:" + free + "/fox_crypto: no PostgreSQL answers at 127.0.0.1:" + free
                                + ": check host and port, and whether it is running");
    }

    @Test
    void the_password_is_neither_in_the_report_nor_anywhere_in_the_store() throws IOException {
        LoadReport report = load(url("fox_crypto"));
        assertThat(report.toString()).doesNotContain("sécret").doesNotContain("s%C3%A9cret");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain("cret:@/x")
                        .doesNotContain("s%C3%A9cret");
            }
        }
        assertThat(rows("SELECT DISTINCT file FROM trades").texts("file"))
                .containsExactly("postgresql://bot@" + server.at("fox_crypto"));
    }

    @Test
    void a_password_may_stand_in_the_password_file_and_a_url_in_sources_yaml() throws IOException {
        Path passwords =
                Files.writeString(data.resolve("pgpass"), "127.0.0.1:" + server.port() + ":*:bot:s\u00e9cret\\:@/x\n");
        Path sources = Files.writeString(
                data.resolve("sources.yaml"),
                "sources:\n  - path: postgresql://bot@" + server.at("fox_crypto") + "\n    agent: mine\n");
        String before = System.setProperty("org.postgresql.pgpassfile", passwords.toString());
        try {
            LoadReport report = Importer.run(data, Queries.find(), SourcesFile.read(sources), Progress.none());
            assertThat(said(report)).isEmpty();
            assertThat(rows("SELECT DISTINCT agent FROM trades").texts("agent")).containsExactly("mine");
        } finally {
            if (before == null) {
                System.clearProperty("org.postgresql.pgpassfile");
            } else {
                System.setProperty("org.postgresql.pgpassfile", before);
            }
        }
    }

    @Test
    void a_system_that_is_named_needs_no_table_that_only_it_has() throws SQLException {
        server.database(
                "partial",
                "CREATE SCHEMA monitoring",
                "CREATE TABLE monitoring.events (id SERIAL, event_type TEXT, event_data TEXT,"
                        + " created_at TIMESTAMPTZ)",
                "INSERT INTO monitoring.events VALUES (1, 'bot_started', 'in words', '2026-03-01 07:00:00+00'),"
                        + " (2, 'bot_stopped', '{\"after\": 5}', '2026-03-01 08:00:00+00'),"
                        + " (3, 'bot_stopped', '{}', 'infinity'), (4, 'bot_stopped', '{}', NULL)");
        assertThat(said(load(url("partial"))))
                .containsExactly("postgresql://bot@" + server.at("partial")
                        + ": no tables of a system that is read are here, found"
                        + " monitoring.events: check the database, or name the system with --as");
        String row = "postgresql://bot@" + server.at("partial") + ": %stable events, id %d, created_at: a time was"
                + " expected; the row is left out";
        assertThat(said(load(url("partial"), "fox")))
                .containsExactlyInAnyOrder(row.formatted("found \"infinity\": ", 3), row.formatted("", 4));
        assertThat(rows("SELECT data FROM events ORDER BY time").texts("data"))
                .containsExactly("{\"value\":\"in words\"}", "{\"after\":5}");
    }

    @Test
    void values_come_as_exact_text_into_a_private_file_that_goes_when_the_import_is_over() throws Exception {
        server.database("types", "CREATE SCHEMA monitoring", """
                CREATE TABLE monitoring.events (
                    id INT, "Exact" NUMERIC(38, 18), real DOUBLE PRECISION, naive TIMESTAMP, absolute TIMESTAMPTZ, day DATE,
                    truth BOOLEAN, object JSONB, labels TEXT[], nothing TEXT, text TEXT, PRIMARY KEY (real, id))
                """, """
                INSERT INTO monitoring.events VALUES
                    (2, 0.1, 0.1, NULL, NULL, NULL, false, NULL, NULL, NULL, ''),
                    (1, 12345678901234567890.123456789012345678, 0.1, '2025-10-18 02:53:52.080383', '2025-10-18 02:53:52+04',
                     '2025-10-18', true, '{"b": [1, null]}', ARRAY['a"', NULL], NULL, 'é
                two')
                """);
        Path file;
        Rejections rejections = new Rejections();
        try (Captures captures = new Captures(Sources.installed(), data, data, Progress.none(), rejections)) {
            file = captures.of(new ImportRequest(List.of(url("types")), Optional.of("fox"), ImportOptions.of("")))
                    .get(0)
                    .path();
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(file.getParent().getParent())))
                    .isEqualTo("rwx------");
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM events")) {
                rows.next();
                assertThat(values(rows))
                        .containsExactly(
                                "1",
                                "12345678901234567890.123456789012345678",
                                "0.1",
                                "2025-10-18T02:53:52.080383",
                                "2025-10-17T22:53:52+00:00",
                                "2025-10-18",
                                "true",
                                "{\"b\": [1, null]}",
                                "[\"a\\\"\",null]",
                                null,
                                "é\ntwo");
                rows.next();
                assertThat(values(rows))
                        .containsExactly(
                                "2", "0.100000000000000000", "0.1", null, null, null, "false", null, null, null, "");
            }
        }
        assertThat(rejections.rejected()).isEmpty();
        assertThat(file).doesNotExist();
        assertThat(file.getParent().getParent()).doesNotExist();
    }

    /** What a capture that waits for a moment only leaves out, and which of the tables have rows in it. */
    private List<String> impatient(String database, Rejections rejections) throws SQLException {
        PostgresLimits limits = new PostgresLimits(
                Duration.ofSeconds(15), Duration.ofMillis(300), Duration.ofMillis(50), Duration.ofSeconds(1));
        List<SystemFolder> fox = List.of((SystemFolder) Sources.installed().named("fox"));
        List<FileWalk.Found> files =
                PostgresCapture.of(url(database), fox, Optional.empty(), data, limits, Progress.none(), rejections);
        List<String> filled = new ArrayList<>();
        for (FileWalk.Found file : files) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.path());
                    Statement statement = connection.createStatement()) {
                for (String table : List.of("events", "orders", "positions", "trades")) {
                    try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                        if (rows.next() && rows.getInt(1) > 0) {
                            filled.add(table);
                        }
                    }
                }
            }
        }
        return filled;
    }

    @Test
    void tables_that_another_session_has_locked_are_named_and_the_others_are_read() throws SQLException {
        server.database("locked", FoxTables.DDL_2025, FoxTables.ROWS_2025);
        Rejections rejections = new Rejections();
        try (Connection other = server.connect("locked");
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE monitoring.events, monitoring.orders IN ACCESS EXCLUSIVE MODE");
            assertThat(impatient("locked", rejections)).containsExactly("positions", "trades");
            String row = "postgresql://bot@" + server.at("locked")
                    + ": table monitoring.%s: the table stayed locked by another session: try again later";
            assertThat(said(rejections.rejected()))
                    .containsExactly(row.formatted("events"), row.formatted("orders"))
                    .noneMatch(line -> line.contains("cret"));
        }
    }

    @Test
    void a_table_that_takes_too_long_is_named_and_the_others_are_read() throws SQLException {
        server.database("slow", FoxTables.DDL_2025, FoxTables.ROWS_2025);
        server.run(
                "slow",
                "ALTER TABLE monitoring.orders RENAME TO slow_orders",
                "CREATE VIEW monitoring.orders AS SELECT o.* FROM monitoring.slow_orders AS o, pg_sleep(30)");
        Rejections rejections = new Rejections();
        assertThat(impatient("slow", rejections)).containsExactly("events", "positions", "trades");
        assertThat(said(rejections.rejected()))
                .containsExactly("postgresql://bot@" + server.at("slow")
                        + ": table monitoring.orders: the server took longer than 1 s: try again when it is less busy");
    }

    private static List<@Nullable String> values(ResultSet row) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(row.getString(i));
        }
        return values;
    }
}
