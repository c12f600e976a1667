package dev.plumbline.source;

import dev.plumbline.store.DuckDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Collections;

/** Rows of PostgreSQL tables written into a new SQLite file, every value as the text it was asked for. */
final class PostgresCopy implements AutoCloseable {

    /** Rows that are held at once, of the server's cursor and of the file's batch. */
    private static final int ROWS = 2_000;

    private final Connection file;

    private PostgresCopy(Connection file) {
        this.file = file;
    }

    static PostgresCopy into(Path path) throws SQLException {
        try {
            Files.createDirectories(path.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("a capture cannot be written", e);
        }
        path.getParent().toFile().deleteOnExit();
        path.toFile().deleteOnExit();
        Connection file = DriverManager.getConnection("jdbc:sqlite:" + path);
        try (Statement statement = file.createStatement()) {
            statement.execute("PRAGMA journal_mode = OFF");
            statement.execute("PRAGMA synchronous = OFF");
        }
        file.setAutoCommit(false);
        return new PostgresCopy(file);
    }

    /** An empty table with these columns. */
    void create(PostgresTable table) throws SQLException {
        try (Statement statement = file.createStatement()) {
            statement.execute("CREATE TABLE " + DuckDb.identifier(table.name()) + " ("
                    + String.join(
                            ", ",
                            table.columns().keySet().stream()
                                    .map(DuckDb::identifier)
                                    .toList()) + ")");
        }
    }

    /** All rows of a table, or none where that fails: the transaction there goes on as if nothing had been asked. */
    void rows(Connection server, PostgresTable table) throws SQLException {
        Savepoint before = server.setSavepoint();
        try {
            copy(server, table);
            server.releaseSavepoint(before);
        } catch (SQLException e) {
            try (Statement statement = file.createStatement()) {
                statement.execute("DELETE FROM " + DuckDb.identifier(table.name()));
            }
            if (!PostgresFailure.ends(e)) {
                server.rollback(before);
            }
            throw e;
        }
    }

    private void copy(Connection server, PostgresTable table) throws SQLException {
        int width = table.columns().size();
        String insert = "INSERT INTO " + DuckDb.identifier(table.name()) + " VALUES ("
                + String.join(", ", Collections.nCopies(width, "?")) + ")";
        try (Statement statement = server.createStatement();
                PreparedStatement to = file.prepareStatement(insert)) {
            statement.setFetchSize(ROWS);
            try (ResultSet rows = statement.executeQuery(table.select())) {
                for (int n = 1; rows.next(); n++) {
                    for (int i = 1; i <= width; i++) {
                        to.setString(i, rows.getString(i));
                    }
                    to.addBatch();
                    if (n % ROWS == 0) {
                        to.executeBatch();
                    }
                }
                to.executeBatch();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection closing = file) {
            closing.commit();
        }
    }
}
