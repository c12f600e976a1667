package dev.plumbline.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.sqlite.SQLiteConnection;

/**
 * One consistent state of a SQLite file that a bot may be writing to. The pages are copied in one short step into a
 * private database whose file has no name (SQLite unlinks it as it opens it), so that the bot is not held up, nothing
 * is left beside its file, and nothing is left anywhere when this process is killed.
 *
 * <p>How the file is opened depends on who may have it open: in WAL mode with no {@code -wal} beside it nobody has, and
 * a plain open would make one, so it is read as {@code immutable}; otherwise read-only, which respects the bot's locks.
 * A log without the index that a process keeps beside it is of a copy: both files are copied once more, to where SQLite may
 * make the index again.
 */
final class SqliteSnapshot implements AutoCloseable {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int WRITE_VERSION = 18;
    private static final int PATIENCE_MILLIS = 100;
    private static final int TRIES = 10;
    private static final int ALL_PAGES = 1 << 30;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final String TABLES =
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'";

    private final Connection connection;

    private SqliteSnapshot(Connection connection) {
        this.connection = connection;
    }

    /** Whether bytes are the beginning of a SQLite file. */
    static boolean isSqlite(byte[] head) {
        return head.length >= MAGIC.length && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** @throws SqliteUnreadable when there is no SQLite database, or none that can be read now */
    static SqliteSnapshot of(Path file) {
        if (lacksIndex(file)) {
            try (SqliteLogCopy copy = SqliteLogCopy.of(file)) {
                return copy(copy.uri());
            }
        }
        for (int i = 0; ; i++) {
            String uri = uri(file);
            FileTime before = modified(file);
            SqliteSnapshot snapshot = copy(uri);
            // a bot that came while an immutable file was read may have changed it underneath
            if (i == 2
                    || !uri.endsWith("immutable=1")
                    || (uri(file).equals(uri) && modified(file).equals(before))) {
                return snapshot;
            }
            snapshot.close();
        }
    }

    /** Names of the tables and views of a file, read in place. */
    static Set<String> tables(Path file) {
        if (lacksIndex(file)) {
            try (SqliteLogCopy copy = SqliteLogCopy.of(file)) {
                return tablesInPlace(copy.uri());
            } catch (SQLException e) {
                throw SqliteUnreadable.because(e);
            }
        }
        try {
            return tablesInPlace(uri(file));
        } catch (SQLException e) {
            throw SqliteUnreadable.because(e);
        }
    }

    /** Names of the tables and views of a file, and of their columns as {@code table.column}, read in place. */
    static Set<String> columns(Path file) {
        if (lacksIndex(file)) {
            try (SqliteLogCopy copy = SqliteLogCopy.of(file)) {
                return columnsInPlace(copy.uri());
            } catch (SQLException e) {
                throw SqliteUnreadable.because(e);
            }
        }
        try {
            return columnsInPlace(uri(file));
        } catch (SQLException e) {
            throw SqliteUnreadable.because(e);
        }
    }

    private static Set<String> columnsInPlace(String uri) throws SQLException {
        return inPlace(uri, """
                    SELECT name FROM sqlite_master WHERE type IN ('table', 'view') UNION ALL
                    SELECT m.name || '.' || c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c
                    WHERE m.type IN ('table', 'view')
                    """);
    }

    Connection connection() {
        return connection;
    }

    Set<String> tables() {
        try {
            return names(connection, TABLES);
        } catch (SQLException e) {
            throw SqliteUnreadable.because(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqliteUnreadable.because(e);
        }
    }

    private static SqliteSnapshot copy(String uri) {
        try {
            // the empty name is SQLite's word for a private file without one
            Connection copy = DriverManager.getConnection("jdbc:sqlite:");
            try {
                int code = copy.unwrap(SQLiteConnection.class)
                        .getDatabase()
                        .restore("main", uri, null, PATIENCE_MILLIS, TRIES, ALL_PAGES);
                // a source that is locked or damaged is reported as success, with not one page copied: ask it why
                if (code == 0 && pages(copy) == 0) {
                    tablesInPlace(uri);
                    throw SqliteUnreadable.code(BUSY);
                }
                if (code != 0) {
                    throw SqliteUnreadable.code(code);
                }
                return new SqliteSnapshot(copy);
            } catch (SQLException | RuntimeException e) {
                copy.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteUnreadable.because(e);
        }
    }

    private static Set<String> tablesInPlace(String uri) throws SQLException {
        return inPlace(uri, TABLES);
    }

    private static Set<String> inPlace(String uri, String query) throws SQLException {
        try (Connection source = DriverManager.getConnection("jdbc:sqlite:" + uri);
                Statement statement = source.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
            return names(source, query);
        }
    }

    private static long pages(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA page_count")) {
            return row.getLong(1);
        }
    }

    private static String uri(Path file) {
        boolean inWal = header(file)[WRITE_VERSION] == 2;
        long log = length(beside(file, "-wal"));
        boolean nothingInLog = log < 0 || (log == 0 && !Files.exists(beside(file, "-shm")));
        return uri(file, inWal && nothingInLog ? "immutable=1" : "mode=ro");
    }

    /** How SQLite is told of a file whose name may hold anything. */
    static String uri(Path file, String how) {
        String path =
                file.toAbsolutePath().toUri().getRawPath().replace("'", "%27").replace("?", "%3f");
        return "file:" + path + "?" + how;
    }

    private static boolean lacksIndex(Path file) {
        return header(file)[WRITE_VERSION] == 2
                && length(beside(file, "-wal")) > 0
                && !Files.exists(beside(file, "-shm"));
    }

    static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static byte[] header(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] header = in.readNBytes(HEADER);
            if (header.length == 0) {
                throw new SqliteUnreadable("file is empty, expected a SQLite database");
            }
            if (!isSqlite(header)) {
                throw new SqliteUnreadable("file is not a SQLite database: found \"" + printable(header)
                        + "\", expected \"SQLite format 3\"");
            }
            if (header.length < HEADER) {
                throw new SqliteUnreadable(
                        "file ends after " + header.length + " bytes, expected a SQLite header of 100: copy it again");
            }
            return header;
        } catch (IOException e) {
            throw new SqliteUnreadable("file cannot be read: " + e.getMessage());
        }
    }

    private static String printable(byte[] header) {
        String text = new String(header, 0, Math.min(header.length, MAGIC.length), StandardCharsets.ISO_8859_1);
        return text.replaceAll("[^\\x20-\\x7e]", "·");
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }

    static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new SqliteUnreadable("file cannot be read: " + e.getMessage());
        }
    }

    private static Set<String> names(Connection connection, String query) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    static boolean isBusy(int code) {
        return (code & 0xff) == BUSY || (code & 0xff) == LOCKED;
    }
}
