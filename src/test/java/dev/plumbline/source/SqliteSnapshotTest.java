package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.store.Queries;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSnapshotTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("a bot's #1?.db");
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            return rows.getLong(1);
        }
    }

    private List<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private FileTime touched() throws IOException {
        return Files.getLastModifiedTime(folder);
    }

    private static String rows(int n) {
        return "INSERT INTO t WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < " + n
                + ") SELECT i, i * 0.5 FROM k";
    }

    @Test
    void a_closed_database_in_wal_mode_is_read_and_nothing_appears_beside_it() throws Exception {
        TradingDb.write(file, "PRAGMA journal_mode = WAL", "CREATE TABLE t (a INTEGER, b REAL)", rows(1000));
        assertThat(beside()).hasSize(1);
        FileTime before = touched();
        byte[] bytes = Files.readAllBytes(file);
        try (SqliteSnapshot snapshot = SqliteSnapshot.of(file)) {
            assertThat(count(snapshot.connection(), "t")).isEqualTo(1000);
            assertThat(snapshot.tables()).containsExactly("t");
            assertThat(beside()).hasSize(1);
        }
        assertThat(SqliteSnapshot.tables(file)).containsExactly("t");
        assertThat(beside()).hasSize(1);
        assertThat(touched()).isEqualTo(before);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void rows_that_stand_only_in_the_log_of_a_live_database_are_read() throws Exception {
        try (Connection bot = TradingDb.open(file)) {
            TradingDb.run(
                    bot,
                    "PRAGMA journal_mode = WAL",
                    "PRAGMA wal_autocheckpoint = 0",
                    "CREATE TABLE t (a INTEGER, b REAL)",
                    rows(1000));
            List<String> files = beside();
            FileTime before = touched();
            try (SqliteSnapshot snapshot = SqliteSnapshot.of(file)) {
                assertThat(count(snapshot.connection(), "t")).isEqualTo(1000);
                TradingDb.run(bot, "DELETE FROM t");
                assertThat(count(snapshot.connection(), "t")).isEqualTo(1000);
            }
            assertThat(SqliteSnapshot.tables(file)).containsExactly("t");
            assertThat(beside()).isEqualTo(files);
            assertThat(touched()).isEqualTo(before);
            TradingDb.run(bot, "PRAGMA wal_checkpoint(TRUNCATE)", rows(7));
        }
        assertThat(beside()).containsExactly(file.getFileName().toString());
        try (SqliteSnapshot snapshot = SqliteSnapshot.of(file)) {
            assertThat(count(snapshot.connection(), "t")).isEqualTo(7);
        }
    }

    @Test
    void a_bot_that_writes_all_the_while_never_waits_and_is_read_between_two_of_its_transactions() throws Exception {
        TradingDb.write(file, "PRAGMA journal_mode = WAL", "CREATE TABLE t (a INTEGER)", "CREATE TABLE u (a INTEGER)");
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Thread bot = new Thread(() -> {
            try (Connection connection = TradingDb.open(file)) {
                TradingDb.run(connection, "PRAGMA busy_timeout = 0");
                while (!stop.get()) {
                    try {
                        // the same number in two tables: a torn read would see them differ
                        TradingDb.run(
                                connection, "BEGIN", "INSERT INTO t VALUES (1)", "INSERT INTO u VALUES (1)", "COMMIT");
                        written.incrementAndGet();
                    } catch (SQLException e) {
                        refused.incrementAndGet();
                    }
                }
            } catch (SQLException e) {
                refused.incrementAndGet();
            }
        });
        bot.start();
        try {
            while (written.get() == 0 && bot.isAlive()) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < 20; i++) {
                try (SqliteSnapshot snapshot = SqliteSnapshot.of(file)) {
                    long seen = count(snapshot.connection(), "t");
                    assertThat(seen).isPositive().isEqualTo(count(snapshot.connection(), "u"));
                }
            }
        } finally {
            stop.set(true);
            bot.join();
        }
        assertThat(refused).hasValue(0);
        assertThat(beside()).containsExactly(file.getFileName().toString());
    }

    @Test
    void a_log_that_was_copied_without_its_index_is_read_and_left_alone() throws Exception {
        Path live = folder.resolve("live.db");
        Path copy = folder.resolve("copy/live.db");
        try (Connection bot = TradingDb.open(live)) {
            TradingDb.run(
                    bot,
                    "PRAGMA journal_mode = WAL",
                    "PRAGMA wal_autocheckpoint = 0",
                    "CREATE TABLE t (a INTEGER, b REAL)",
                    rows(1000));
            Files.createDirectory(folder.resolve("copy"));
            for (String suffix : List.of("", "-wal")) {
                Files.copy(folder.resolve("live.db" + suffix), folder.resolve("copy/live.db" + suffix));
            }
        }
        byte[] bytes = Files.readAllBytes(copy);
        byte[] log = Files.readAllBytes(folder.resolve("copy/live.db-wal"));
        assertThat(SqliteSnapshot.tables(copy)).containsExactly("t");
        try (SqliteSnapshot snapshot = SqliteSnapshot.of(copy)) {
            assertThat(count(snapshot.connection(), "t")).isEqualTo(1000);
        }
        try (Stream<Path> files = Files.list(folder.resolve("copy"))) {
            assertThat(files).hasSize(2);
        }
        assertThat(Files.readAllBytes(copy)).isEqualTo(bytes);
        assertThat(Files.readAllBytes(folder.resolve("copy/live.db-wal"))).isEqualTo(log);
    }

    @Test
    void a_log_of_another_database_adds_nothing() throws Exception {
        TradingDb.write(file, "PRAGMA journal_mode = WAL", "CREATE TABLE t (a INTEGER, b REAL)", rows(10));
        Files.write(file.resolveSibling(file.getFileName() + "-wal"), new byte[4096]);
        try (SqliteSnapshot snapshot = SqliteSnapshot.of(file)) {
            assertThat(count(snapshot.connection(), "t")).isEqualTo(10);
        }
    }

    @Test
    void a_locked_database_says_so() throws Exception {
        TradingDb.write(file, "CREATE TABLE t (a INTEGER, b REAL)", rows(10));
        try (Connection bot = TradingDb.open(file)) {
            TradingDb.run(bot, "BEGIN EXCLUSIVE");
            assertThatThrownBy(() -> SqliteSnapshot.of(file))
                    .isInstanceOf(SqliteUnreadable.class)
                    .hasMessage("database is locked by another process, expected it free within a second: try again");
            TradingDb.run(bot, "COMMIT");
        }
        try (SqliteSnapshot snapshot = SqliteSnapshot.of(file)) {
            assertThat(count(snapshot.connection(), "t")).isEqualTo(10);
        }
        assertThat(beside()).hasSize(1);
    }

    @Test
    void what_is_no_database_says_what_it_is() throws IOException {
        Files.writeString(file, "id,time,\u00e9quity\n1,2,3\n");
        assertThatThrownBy(() -> SqliteSnapshot.of(file))
                .hasMessage("file is not a SQLite database: found \"id,time,··quity·\", expected \"SQLite format 3\"");
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> SqliteSnapshot.of(file)).hasMessage("file is empty, expected a SQLite database");
        assertThatThrownBy(() -> SqliteSnapshot.of(folder.resolve("none.db")))
                .hasMessageStartingWith("file cannot be read: ");
    }

    @Test
    void a_damaged_or_cut_database_is_refused_in_one_line() throws Exception {
        TradingDb.write(file, "CREATE TABLE t (a INTEGER, b REAL)", rows(20_000));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, 60));
        assertThatThrownBy(() -> SqliteSnapshot.of(file))
                .hasMessage("file ends after 60 bytes, expected a SQLite header of 100: copy it again");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(this::readAll)
                .isInstanceOf(SqliteUnreadable.class)
                .hasMessage("database is damaged (SQLite error 11): copy it again, or try sqlite3's .recover");
        byte[] spoiled = whole.clone();
        Arrays.fill(spoiled, 8192, 16_384, (byte) 0x5a);
        Files.write(file, spoiled);
        assertThatThrownBy(this::readAll)
                .isInstanceOf(SqliteUnreadable.class)
                .hasMessageStartingWith("database is damaged");
    }

    private void readAll() throws SQLException {
        try (SqliteSnapshot snapshot = SqliteSnapshot.of(file);
                Staging staging = Staging.open(Queries.find())) {
            staging.connection().createStatement().execute("CREATE TABLE raw.t (a VARCHAR, b VARCHAR)");
            new SqliteCopy(snapshot, staging).table("t");
        }
    }

    @Test
    void a_column_takes_the_type_of_what_it_holds() throws Exception {
        TradingDb.write(
                file,
                "CREATE TABLE t (A INTEGER, b REAL, c REAL, d REAL, extra TEXT)",
                "INSERT INTO t VALUES (1, 0.1, 'n/a', NULL, 'x'), (9007199254740993, 2, 3, NULL, 'y')");
        try (SqliteSnapshot snapshot = SqliteSnapshot.of(file);
                Staging staging = Staging.open(Queries.find());
                Statement statement = staging.connection().createStatement()) {
            statement.execute(
                    "CREATE TABLE raw.t (rowid VARCHAR, a VARCHAR, b VARCHAR, c VARCHAR, d VARCHAR, e VARCHAR)");
            assertThat(new SqliteCopy(snapshot, staging).table("t")).containsExactly("extra");
            assertThat(staging.select(
                                    "test",
                                    "SELECT concat_ws(' ', rowid, a, typeof(a), b, typeof(b), c, typeof(c), typeof(e)) AS t"
                                            + " FROM raw.t")
                            .texts("t"))
                    .containsExactly(
                            "1 1 BIGINT 0.1 DOUBLE n/a VARCHAR VARCHAR",
                            "2 9007199254740993 BIGINT 2.0 DOUBLE 3.0 VARCHAR VARCHAR");
        }
    }
}
