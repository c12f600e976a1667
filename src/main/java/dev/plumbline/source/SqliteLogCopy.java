package dev.plumbline.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A private copy of a SQLite file and its write-ahead log, for a log that came without its index: SQLite makes the index anew
 * beside the copy, and nothing is written beside the file itself.
 */
final class SqliteLogCopy implements AutoCloseable {

    private final Path folder;
    private final Path copy;

    private SqliteLogCopy(Path folder, Path copy) {
        this.folder = folder;
        this.copy = copy;
    }

    /** @throws SqliteUnreadable when the files cannot be copied, or change meanwhile */
    static SqliteLogCopy of(Path file) {
        Path log = SqliteSnapshot.beside(file, "-wal");
        try {
            Path folder = Files.createTempDirectory("plumbline-");
            SqliteLogCopy made = new SqliteLogCopy(folder, folder.resolve("copy.db"));
            try {
                List<Object> before = state(file, log);
                Files.copy(file, made.copy);
                Files.copy(log, SqliteSnapshot.beside(made.copy, "-wal"));
                if (!state(file, log).equals(before)) {
                    throw new SqliteUnreadable(
                            file.getFileName() + " or its -wal file changed while it was read: try again");
                }
                made.join();
                return made;
            } catch (IOException | RuntimeException e) {
                made.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SqliteUnreadable("file and its -wal cannot be copied to be read: " + e.getMessage());
        }
    }

    private static List<Object> state(Path file, Path log) throws IOException {
        return List.of(
                Files.size(file), Files.getLastModifiedTime(file), Files.size(log), Files.getLastModifiedTime(log));
    }

    /** Writes the log into the copy, so that it is read like any other file. */
    private void join() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + SqliteSnapshot.uri(copy, "mode=rw"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
        } catch (SQLException e) {
            throw SqliteUnreadable.because(e);
        }
    }

    String uri() {
        return SqliteSnapshot.uri(copy, "mode=ro");
    }

    @Override
    public void close() {
        try {
            for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(SqliteSnapshot.beside(copy, suffix));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new SqliteUnreadable("a copy in " + folder + " cannot be removed: " + e.getMessage());
        }
    }
}
