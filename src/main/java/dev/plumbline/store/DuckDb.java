package dev.plumbline.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** How this project talks to DuckDB: in memory, in UTC, with text quoted in one place. */
public final class DuckDb {

    private DuckDb() {}

    /** An empty in-memory database. Its time zone is UTC, whatever the machine's is. */
    public static Connection open() {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "SET TimeZone='UTC'; SET autoinstall_known_extensions=false; SET enable_progress_bar=false; SET parquet_metadata_cache=true");
            }
            return connection;
        } catch (SQLException e) {
            throw new QueryFailed("opening DuckDB", e);
        }
    }

    /** Another connection to the same database, for work beside the first's; it sees no temporary table of that one. */
    static Connection another(Connection connection) {
        try {
            Connection other = connection.unwrap(DuckDBConnection.class).duplicate();
            execute(other, "opening DuckDB", "SET TimeZone='UTC'");
            return other;
        } catch (SQLException e) {
            throw new QueryFailed("opening DuckDB", e);
        }
    }

    /** Runs statements, several with semicolons between them; {@code name} is what an error calls them. */
    public static void execute(Connection connection, String name, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new QueryFailed(name, e);
        }
    }

    /** Runs one statement with its parameters and tells how many rows it changed. */
    public static long update(Connection connection, String name, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new QueryFailed(name, e);
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value instanceof Instant instant ? utc(instant) : value);
        }
    }

    /** What a canonical TIMESTAMP is bound as; an Instant or OffsetDateTime would be shifted by the machine's zone. */
    public static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /**
     * Text as an SQL literal, for the few places where DuckDB takes no parameter: views, ATTACH, COPY options. A NUL character,
     * which a file may hold after a crash but no literal can, makes it an expression.
     */
    public static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\0') < 0 ? quoted : "(" + quoted.replace("\0", "' || chr(0) || '") + ")";
    }

    /** A name as an SQL identifier. */
    public static String identifier(String name) {
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL character cannot stand in SQL");
        }
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** A list of files as {@code read_parquet} takes it. */
    static String files(List<Path> paths) {
        return paths.stream().map(path -> literal(path.toString())).collect(Collectors.joining(", ", "[", "]"));
    }
}
