package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import dev.plumbline.model.Rejected;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Store;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real PgBouncer before a real server: what an import through it reads, what it says, and what it leaves to others. */
final class PgBouncerTest {

    private static PostgresServer server;

    @TempDir
    Path data;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        server = PostgresServer.start();
        server.database("fox_crypto", FoxTables.DDL_2025, FoxTables.ROWS_2025);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static String url(PgBouncer bouncer, String database) {
        return "postgresql://bot:" + URLEncoder.encode(PostgresServer.PASSWORD, StandardCharsets.UTF_8) + "@"
                + bouncer.at(database);
    }

    private LoadReport load(PgBouncer bouncer, String database) {
        return Importer.run(
                data,
                Queries.find(),
                List.of(new ImportRequest(List.of(url(bouncer, database)), Optional.empty(), ImportOptions.of(""))),
                Progress.none());
    }

    private static List<String> said(List<Rejected> rejected) {
        return rejected.stream().map(Rejected::toString).toList();
    }

    /** Which of the server's processes answers another program, and what is set there. */
    private static List<String> settings(PgBouncer bouncer) throws SQLException {
        try (Connection other = bouncer.connect("fox_crypto");
                Statement statement = other.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT name || ' ' || setting
                        FROM (SELECT name, setting FROM pg_settings UNION ALL SELECT 'process', pg_backend_pid()::text) AS s
                        WHERE name IN ('process', 'default_transaction_isolation', 'default_transaction_read_only', 'lock_timeout',
                            'statement_timeout', 'idle_in_transaction_session_timeout', 'synchronize_seqscans')
                        ORDER BY name
                        """)) {
            List<String> settings = new ArrayList<>();
            while (rows.next()) {
                settings.add(rows.getString(1));
            }
            return settings;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transaction"})
    void an_import_through_a_pooler_reads_all_and_leaves_its_connection_as_it_was(String mode) throws Exception {
        try (PgBouncer bouncer = PgBouncer.start(server, mode)) {
            List<String> before = settings(bouncer);
            LoadReport report = load(bouncer, "fox_crypto");
            assertThat(said(report.rejected())).isEmpty();
            try (Store store = Store.open(data, Queries.find())) {
                assertThat(store.select("SELECT pnl FROM trades WHERE exit_time IS NOT NULL ORDER BY entry_time")
                                .doubles("pnl"))
                        .containsExactly(6.00000001, -200);
            }
            assertThat(settings(bouncer)).isEqualTo(before).contains("default_transaction_isolation read committed");
            assertThat(load(bouncer, "fox_crypto").unchanged()).isEqualTo(1);
        }
    }

    private List<String> refused(PgBouncer bouncer, String url) {
        Rejections rejections = new Rejections();
        try (Captures captures = new Captures(Sources.installed(), data, data, Progress.none(), rejections)) {
            assertThat(captures.of(new ImportRequest(List.of(url), Optional.empty(), ImportOptions.of(""))))
                    .isEmpty();
        }
        return said(rejections.rejected()).stream()
                .map(line -> line.replace(bouncer.place(), "HOST"))
                .toList();
    }

    private List<FileWalk.Found> impatient(String url, Rejections rejections) {
        PostgresLimits limits = new PostgresLimits(
                Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofMillis(50), Duration.ofSeconds(5));
        List<SystemFolder> fox = List.of((SystemFolder) Sources.installed().named("fox"));
        return PostgresCapture.of(url, fox, Optional.empty(), data, limits, Progress.none(), rejections);
    }

    private List<String> refused(PgBouncer bouncer) {
        return refused(bouncer, url(bouncer, "fox_crypto"));
    }

    @Test
    void a_pooler_that_shares_between_statements_is_refused_with_what_to_set() throws Exception {
        try (PgBouncer bouncer = PgBouncer.start(server, "statement")) {
            assertThat(refused(bouncer))
                    .containsExactly(
                            "postgresql://bot@HOST/fox_crypto: the pooler at HOST shares its connections between"
                                    + " statements, and tables are copied in one transaction: set pool_mode = transaction for this"
                                    + " database, or name the server itself");
        }
    }

    @Test
    void a_pooler_that_lets_nobody_in_says_why() throws Exception {
        try (PgBouncer bouncer = PgBouncer.start(server, "transaction")) {
            assertThat(refused(bouncer, url(bouncer, "nowhere")))
                    .containsExactly("postgresql://bot@HOST/nowhere: there is no database nowhere at HOST");
            assertThat(refused(bouncer, url(bouncer, "fox_crypto").replace("//bot:", "//nobody:")))
                    .containsExactly(
                            "postgresql://nobody@HOST/fox_crypto: the server does not let nobody in: check user and"
                                    + " password, which may stand in the URL, in PGPASSWORD or in ~/.pgpass (FATAL: SASL"
                                    + " authentication failed)");
        }
    }

    @Test
    void a_pooler_whose_server_is_down_is_not_waited_for_long() throws Exception {
        try (PgBouncer bouncer =
                PgBouncer.start(server, "transaction", "[databases]", "dead = host=127.0.0.1 port=1")) {
            Rejections rejections = new Rejections();
            assertThat(impatient(url(bouncer, "dead"), rejections)).isEmpty();
            assertThat(said(rejections.rejected()))
                    .containsExactly(
                            "postgresql://bot@" + bouncer.at("dead") + ": no PostgreSQL answers at " + bouncer.place()
                                    + ": check host and port, and whether it is running; a pooler there keeps people waiting while its"
                                    + " own server is down");
        }
    }

    @Test
    void a_pooler_whose_connections_are_taken_says_so() throws Exception {
        try (PgBouncer bouncer = PgBouncer.start(server, "transaction", "query_wait_timeout = 1");
                Connection other = bouncer.connect("fox_crypto");
                Statement busy = other.createStatement()) {
            other.setAutoCommit(false);
            busy.execute("SELECT 1");
            assertThat(refused(bouncer))
                    .containsExactly("postgresql://bot@HOST/fox_crypto: the pooler at HOST had no connection to give:"
                            + " all are busy, or its server is down; try again later, or name the server itself");
        }
        try (PgBouncer bouncer = PgBouncer.start(server, "transaction", "max_client_conn = 1");
                Connection other = bouncer.connect("fox_crypto")) {
            assertThat(other.isValid(1)).isTrue();
            assertThat(refused(bouncer))
                    .containsExactly(
                            "postgresql://bot@HOST/fox_crypto: the pooler at HOST takes no further connections: try"
                                    + " again later, or name the server itself");
        }
    }

    @Test
    void a_table_that_another_session_has_locked_is_named_through_a_pooler_too() throws Exception {
        server.database("locked", FoxTables.DDL_2025, FoxTables.ROWS_2025);
        try (PgBouncer bouncer = PgBouncer.start(server, "transaction");
                Connection other = server.connect("locked");
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE monitoring.events IN ACCESS EXCLUSIVE MODE");
            Rejections rejections = new Rejections();
            assertThat(impatient(url(bouncer, "locked"), rejections)).hasSize(1);
            assertThat(said(rejections.rejected()))
                    .containsExactly("postgresql://bot@" + bouncer.at("locked") + ": table monitoring.events: the table"
                            + " stayed locked by another session: try again later");
        }
    }
}
