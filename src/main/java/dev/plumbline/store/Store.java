package dev.plumbline.store;

import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is published, to read: an in-memory DuckDB with a view a table over immutable Parquet parts. From opening to
 * closing it shows one generation, whatever is imported meanwhile.
 */
public final class Store implements AutoCloseable {

    private static final List<String> OF_AGENTS = List.of(
            "confidence",
            "decisions",
            "events",
            "fills",
            "modes",
            "orders",
            "positions",
            "retrainings",
            "samples",
            "trades");

    private final Connection connection;
    private final Queries queries;
    private final Schema schema;
    private final Manifest manifest;
    private final Map<List<String>, Store> narrowed = new HashMap<>();
    private final AtomicInteger schemas;
    private @Nullable Held held;
    private @Nullable Connection ofHeld;
    private String searchPath = "main";
    private boolean locked;

    private Store(Connection connection, Queries queries, Schema schema, Manifest manifest, AtomicInteger schemas) {
        this.connection = connection;
        this.queries = queries;
        this.schema = schema;
        this.manifest = manifest;
        this.schemas = schemas;
    }

    /** Opens the store below a data folder; one that does not exist yet is empty. */
    public static Store open(Path data, Queries queries) {
        Schema schema = Schema.read(queries);
        Manifest manifest = Manifest.current(data.resolve("store"));
        Connection connection = DuckDb.open();
        views(connection, schema, manifest, "main");
        return new Store(connection, queries, schema, manifest, new AtomicInteger());
    }

    /** A view for each table that has parts, an empty table for each that has none. */
    static void views(Connection connection, Schema schema, Manifest manifest, String name) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SCHEMA IF NOT EXISTS " + name);
        boolean older = !manifest.schema().equals(Manifest.fingerprint(schema));
        for (Schema.Table table : schema.all()) {
            Map<Map<String, @Nullable String>, List<Path>> parts = manifest.filesByConstants(table.name());
            if (parts.isEmpty() || older) {
                statements.add(table.create(name + (parts.isEmpty() ? "" : "_empty")));
            }
            if (!parts.isEmpty()) {
                List<String> reads = new ArrayList<>();
                String columns =
                        table.columnNames().stream().map(DuckDb::identifier).collect(Collectors.joining(", "));
                if (older) {
                    // parts written before a column existed show it as NULL
                    reads.add("SELECT * FROM " + name + "_empty." + DuckDb.identifier(table.name()));
                }
                parts.forEach((constants, files) -> reads.add(
                        older
                                ? Constants.selectOlder(table, constants, files)
                                : Constants.select(table, constants, files)));
                statements.add("CREATE VIEW " + name + "." + DuckDb.identifier(table.name()) + " AS SELECT " + columns
                        + " FROM (" + String.join(older ? " UNION ALL BY NAME " : " UNION ALL ", reads) + ")");
            }
        }
        if (older) {
            statements.add(0, "CREATE SCHEMA IF NOT EXISTS " + name + "_empty");
        }
        DuckDb.execute(connection, "opening the store", String.join(";\n", statements));
    }

    /**
     * Adds rows to what this reader sees, such as those that an operator wrote beside the store; nothing is published.
     * Each has {@code id}, {@code time} and columns of the table; time_us, day and weekday are filled in.
     */
    public void add(String table, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String name = DuckDb.identifier(table);
        String added = DuckDb.identifier("added_" + table);
        Schema.Table shape = Objects.requireNonNull(schema.tables().get(table), table);
        DuckDb.execute(connection, "adding to " + table, shape.create("main", "added_" + table));
        for (Map<String, Object> row : rows) {
            DuckDb.update(
                    connection,
                    "adding to " + table,
                    "INSERT INTO " + added + " ("
                            + row.keySet().stream().map(DuckDb::identifier).collect(Collectors.joining(", "))
                            + ") VALUES (" + "?, ".repeat(row.size() - 1) + "?)",
                    row.values().toArray());
        }
        DuckDb.execute(
                connection,
                "adding to " + table,
                "UPDATE " + added + " SET time_us = epoch_us(time), day = CAST(time AS DATE), weekday = isodow(time)");
        if (manifest.files(table).isEmpty()) {
            DuckDb.execute(connection, "adding to " + table, "INSERT INTO " + name + " SELECT * FROM " + added);
        } else {
            String stored = DuckDb.identifier("stored_" + table);
            DuckDb.execute(
                    connection,
                    "adding to " + table,
                    "ALTER VIEW " + name + " RENAME TO " + stored + "; CREATE VIEW " + name + " AS SELECT * FROM "
                            + stored + " UNION ALL SELECT * FROM " + added);
        }
    }

    /**
     * The same reader, that sees of the tables which grow with every bot only what one agent wrote. Queries say whose rows
     * they want as parameters, which prune nothing; a view with the names in it reads a few row groups, since parts are sorted
     * by agent. Tables that agents share, such as candles, and equity, whose accounts they may share, are seen whole. A locked
     * reader stays as it is, since it cannot be opened again.
     */
    public synchronized Store of(String system, String agent) {
        return locked
                ? this
                : narrowed.computeIfAbsent(
                        List.of(system, agent), key -> narrow(system, agent, schemas.incrementAndGet()));
    }

    private Store narrow(String system, String agent, int number) {
        String name = "agent_" + number;
        String own = " WHERE system = " + DuckDb.literal(system) + " AND agent = " + DuckDb.literal(agent);
        StringBuilder views = new StringBuilder("CREATE SCHEMA " + name);
        for (String table : OF_AGENTS) {
            views.append("; CREATE VIEW " + name + "." + table + " AS SELECT * FROM main." + table + own);
        }
        Store narrow = new Store(DuckDb.another(connection), queries, schema, manifest, schemas);
        narrow.searchPath = name + ",main";
        DuckDb.execute(narrow.connection, "narrowing the store", views + "; " + narrow.search());
        Held memory = held;
        if (memory != null) {
            narrow.held = memory;
            narrow.ofHeld = DuckDb.another(connection);
            DuckDb.execute(
                    narrow.ofHeld,
                    "narrowing what is in memory",
                    memory.views("held_" + name, own) + "; SET search_path='held_" + name + "," + name + ",main'");
        }
        return narrow;
    }

    private String search() {
        return "SET search_path=" + DuckDb.literal(searchPath);
    }

    /** The same reader of the same rows for another thread; it is closed on its own, before this one. */
    public synchronized Store beside() {
        Store other = new Store(DuckDb.another(connection), queries, schema, manifest, schemas);
        other.held = held;
        return other;
    }

    /**
     * Reads what all agents wrote in a stretch of time into memory, for readers of one agent that are made after. Worth its
     * while where several agents are asked the same.
     */
    public synchronized void hold(Period period) {
        if (held == null && !locked) {
            held = Held.of(connection, schema, manifest, queries, period);
        }
    }

    public Connection connection() {
        return connection;
    }

    /**
     * Shuts the connection in, for queries that others wrote: it reads the store's own parts and nothing else on this
     * machine, loads no extension, and cannot be opened again.
     */
    public synchronized void lock() {
        locked = true;
        DuckDb.execute(
                connection,
                "locking the store",
                "SET allowed_directories=[" + DuckDb.literal(manifest.folder() + "/")
                        + "]; SET autoload_known_extensions=false; SET enable_external_access=false;"
                        + " SET lock_configuration=true");
    }

    public Queries queries() {
        return queries;
    }

    public Schema schema() {
        return schema;
    }

    /** Number of the generation that this reader sees; 0 when nothing was ever published. */
    public long generation() {
        return manifest.generation();
    }

    public boolean isEmpty() {
        return schema.tables().keySet().stream()
                .allMatch(table -> manifest.files(table).isEmpty());
    }

    /** Rows of a query file, such as {@code samples/trades}; parameters are bound to its {@code ?} in order. */
    public Rows query(String name, @Nullable Object... parameters) {
        return select(connection, name, queries.text(name), parameters);
    }

    /** Rows of a query whose parameters are a scope, a period and what follows them. */
    public Rows query(String name, Scope scope, Period period, Object... further) {
        List<Object> parameters = new ArrayList<>(List.of(
                scope.system(),
                scope.agent(),
                scope.environment(),
                DuckDb.utc(period.from()),
                DuckDb.utc(period.to())));
        parameters.addAll(List.of(further));
        Held memory = held;
        Connection asked = ofHeld;
        return select(
                memory != null && asked != null && memory.answers(name, period) ? asked : connection,
                name,
                queries.text(name),
                parameters.toArray());
    }

    /** Rows of several queries whose parameters are a scope and a period, in their order: two are asked at a time. */
    public List<Rows> queries(List<String> names, Scope scope, Period period) {
        // what is in memory is not worth another connection
        if (locked || ofHeld != null || names.size() < 2) {
            return names.stream().map(name -> query(name, scope, period)).toList();
        }
        AtomicInteger next = new AtomicInteger();
        AtomicReferenceArray<Rows> found = new AtomicReferenceArray<>(names.size());
        try (Store other = new Store(DuckDb.another(connection), queries, schema, manifest, schemas)) {
            DuckDb.execute(other.connection, "opening DuckDB", search());
            CompletableFuture<Void> some = CompletableFuture.runAsync(
                    () -> other.take(names, next, found, scope, period), task -> new Thread(task, "queries").start());
            try {
                take(names, next, found, scope, period);
            } finally {
                some.handle((done, failure) -> true).join();
            }
            some.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
        return IntStream.range(0, names.size()).mapToObj(found::get).toList();
    }

    /** Whichever query is next, until there is none. */
    private void take(
            List<String> names, AtomicInteger next, AtomicReferenceArray<Rows> found, Scope scope, Period period) {
        for (int i = next.getAndIncrement(); i < names.size(); i = next.getAndIncrement()) {
            found.set(i, query(names.get(i), scope, period));
        }
    }

    /** Rows of a query given as text. */
    public Rows select(String sql, @Nullable Object... parameters) {
        return select(connection, "query", sql, parameters);
    }

    static Rows select(Connection connection, String name, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            DuckDb.bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                return Rows.of(result);
            }
        } catch (SQLException e) {
            throw new QueryFailed(name, e);
        }
    }

    /** Writes the comments of the schema into the database, for who looks around in a shell. */
    public void comment() {
        List<String> statements = new ArrayList<>();
        for (Schema.Table table : schema.tables().values()) {
            for (Schema.Column column : table.columns()) {
                statements.add("COMMENT ON COLUMN " + DuckDb.identifier(table.name()) + "."
                        + DuckDb.identifier(column.name()) + " IS " + DuckDb.literal(column.comment()));
            }
        }
        DuckDb.execute(connection, "commenting the columns", String.join(";\n", statements));
    }

    @Override
    public void close() {
        narrowed.values().forEach(Store::close);
        close(ofHeld);
        close(connection);
    }

    private static void close(@Nullable Connection open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            throw new QueryFailed("closing the store", e);
        }
    }
}
