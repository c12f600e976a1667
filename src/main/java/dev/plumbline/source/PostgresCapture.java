package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A PostgreSQL database as files: of each schema that holds tables of a known system one SQLite file with the tables it
 * asks for, all of one instant. What cannot be read is rejected, and the rest is captured.
 */
final class PostgresCapture {

    private final PostgresUrl url;
    private final List<SystemFolder> systems;
    private final Optional<String> told;
    private final Path folder;
    private final PostgresLimits limits;
    private final Progress progress;
    private final Rejections rejections;

    private PostgresCapture(
            PostgresUrl url,
            List<SystemFolder> systems,
            Optional<String> told,
            Path folder,
            PostgresLimits limits,
            Progress progress,
            Rejections rejections) {
        this.url = url;
        this.systems = systems;
        this.told = told;
        this.folder = folder;
        this.limits = limits;
        this.progress = progress;
        this.rejections = rejections;
    }

    /**
     * @param systems whose tables are looked for
     * @param told    the system that the user named: one of its tables is enough to be taken for one of its databases
     * @param folder  empty, for the files
     */
    static List<FileWalk.Found> of(
            String text,
            List<SystemFolder> systems,
            Optional<String> told,
            Path folder,
            PostgresLimits limits,
            Progress progress,
            Rejections rejections) {
        PostgresUrl url;
        try {
            url = PostgresUrl.parse(text);
        } catch (IllegalArgumentException e) {
            rejections.reject(Rejected.file("postgresql://…", String.valueOf(e.getMessage())));
            return List.of();
        }
        PostgresCapture capture = new PostgresCapture(url, systems, told, folder, limits, progress, rejections);
        progress.at("asking " + url.shown(), 0, 1);
        try (Connection connection = capture.connect()) {
            List<FileWalk.Found> found = capture.files(connection);
            connection.rollback();
            return found;
        } catch (SQLException e) {
            rejections.reject(Rejected.file(url.shown(), PostgresFailure.words(e, url, limits)));
            return List.of();
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = url.properties(System.getenv());
        properties.setProperty("ApplicationName", "plumbline");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", Long.toString(limits.login().toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(limits.statement().toSeconds() + 30));
        properties.setProperty("tcpKeepAlive", "true");
        // a pooler between may hand each statement to another session
        properties.setProperty("prepareThreshold", "0");
        Connection connection = DriverManager.getConnection(url.jdbc(), properties);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        // all of it for this transaction alone: behind a pooler the session belongs to others as well
        try (Statement statement = connection.createStatement()) {
            String longest = PostgresLimits.millis(limits.statement());
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("SET LOCAL statement_timeout = " + longest);
            statement.execute("SET LOCAL lock_timeout = " + PostgresLimits.millis(limits.lock()));
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = " + longest);
            statement.execute("SET LOCAL timezone = 'UTC'");
            statement.execute("SET LOCAL datestyle = 'ISO'");
            statement.execute("SET LOCAL extra_float_digits = 3");
            statement.execute("SET LOCAL synchronize_seqscans = off");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private record Part(String schema, Map<String, PostgresTable> tables, Set<String> wanted) {}

    private List<FileWalk.Found> files(Connection connection) throws SQLException {
        Map<String, List<FileKind>> schemas = new LinkedHashMap<>();
        for (SystemFolder system : systems) {
            for (FileKind kind : system.kinds()) {
                if (kind.format() == Format.DATABASE) {
                    schemas.computeIfAbsent(kind.schema(), schema -> new ArrayList<>())
                            .add(kind);
                }
            }
        }
        Set<String> seen = new TreeSet<>();
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, List<FileKind>> schema : schemas.entrySet()) {
            Map<String, PostgresTable> tables = PostgresTable.list(connection, schema.getKey());
            tables.values().forEach(table -> seen.add(table.from().replace("\"", "")));
            Set<String> there = new TreeSet<>(tables.keySet());
            tables.forEach((name, table) -> table.columns().keySet().forEach(column -> there.add(name + "." + column)));
            Set<String> wanted = schema.getValue().stream()
                    .filter(kind -> told.isPresent() || kind.holds(there))
                    .flatMap(kind -> kind.tables().keySet().stream())
                    .filter(tables::containsKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!wanted.isEmpty()) {
                parts.add(new Part(schema.getKey(), tables, wanted));
            }
        }
        if (parts.isEmpty()) {
            rejections.reject(Rejected.file(url.shown(), nothing(schemas, seen)));
        }
        List<FileWalk.Found> found = new ArrayList<>();
        for (Part part : parts) {
            String shown =
                    parts.size() == 1 || part.schema().isEmpty() ? url.shown() : url.shown() + "#" + part.schema();
            String place = word(part.schema().isEmpty() ? url.database() : part.schema());
            Path file = folder.resolve(place).resolve(word(url.database()) + ".db");
            if (capture(connection, part, shown, file)) {
                found.add(new FileWalk.Found(file, shown, true));
            }
        }
        return found;
    }

    /** Copies the wanted tables; the others are there by their names, which tell systems apart. */
    private boolean capture(Connection connection, Part part, String shown, Path file) throws SQLException {
        int copied = 0;
        try (PostgresCopy copy = PostgresCopy.into(file)) {
            for (PostgresTable table : part.tables().values()) {
                copy.create(table);
                if (part.wanted().contains(table.name())) {
                    progress.at(
                            "copying " + table.from().replace("\"", ""),
                            copied,
                            part.wanted().size());
                    try {
                        copy.rows(connection, table);
                        copied++;
                    } catch (SQLException e) {
                        if (PostgresFailure.ends(e)) {
                            throw e;
                        }
                        rejections.reject(Rejected.file(
                                shown,
                                "table " + table.from().replace("\"", "") + ": "
                                        + PostgresFailure.words(e, url, limits)));
                        if (PostgresFailure.locked(e)) {
                            waitLess(connection);
                        }
                    }
                }
            }
        }
        return copied > 0;
    }

    private void waitLess(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = " + PostgresLimits.millis(limits.nextLock()));
        }
    }

    private String nothing(Map<String, List<FileKind>> schemas, Set<String> seen) {
        if (schemas.isEmpty()) {
            return told.map(name -> name + " is not").orElse("no system is")
                    + " read from PostgreSQL: a file or folder was expected";
        }
        String expected = told.orElse("a system that is read");
        String found = seen.stream().limit(8).collect(Collectors.joining(", ")) + (seen.size() > 8 ? " …" : "");
        return "no tables of " + expected + " are here, found " + (seen.isEmpty() ? "none" : found)
                + ": check the database, or name the system with --as";
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
    }
}
