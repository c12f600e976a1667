package dev.plumbline.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A new SQLite file, written in one transaction: the same rows in the same order give the same bytes. */
final class SqliteFile implements AutoCloseable {

    private final Path path;
    private final Connection connection;

    private SqliteFile(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /** @throws UncheckedIOException when the file cannot be made */
    static SqliteFile create(Path path, List<String> ddl) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.deleteIfExists(path);
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA page_size=4096");
                statement.execute("PRAGMA journal_mode=MEMORY");
                statement.execute("PRAGMA synchronous=OFF");
                connection.setAutoCommit(false);
                for (String table : ddl) {
                    statement.execute(table);
                }
            }
            return new SqliteFile(path, connection);
        } catch (IOException | SQLException e) {
            throw failed(path, e);
        }
    }

    /** Adds rows to a table; the names of table and columns are ours, the values are bound. */
    void insert(String table, String columns, Stream<@Nullable Object[]> rows) {
        String marks = Stream.of(columns.split(",")).map(c -> "?").collect(Collectors.joining(","));
        String sql = "INSERT INTO " + table + "(" + columns + ") VALUES (" + marks + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows.toList()) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw failed(path, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.commit();
            connection.close();
        } catch (SQLException e) {
            throw failed(path, e);
        }
    }

    private static UncheckedIOException failed(Path path, Exception cause) {
        return new UncheckedIOException(path + ": cannot be written", new IOException(cause));
    }
}
