package dev.plumbline.store;

import dev.plumbline.model.Rejected;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A scratch database in which one import gathers its rows. It has three schemas: {@code raw} for what the files say,
 * {@code staged} with the canonical tables to fill, {@code stored} with what is published already.
 *
 * <p>A source fills {@code staged} by {@code INSERT INTO staged.trades BY NAME SELECT …} with {@code id}, {@code time},
 * {@code file}, {@code agent}, {@code symbol_written} and the table's own columns; time_us, day, weekday, system, symbol
 * and import_id are filled in when the rows are published, and account, exchange, environment and strategy from the
 * options where a row has none.
 */
public final class Staging implements AutoCloseable {

    /** What DuckDB may take for the rows of very many files, which take memory of Java's as well. */
    private static final String MEMORY = "200MB";

    /** What it may take for a big file as text: its columns are wide, and each of them is looked at whole. */
    private static final String SPILLED = "500MB";

    private static final long MANY = 32 << 20;

    private static final long MILLION = 1_000_000;

    private final Connection connection;
    private final Queries queries;
    private final Schema schema;
    private final List<Direct> direct = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private final List<Rejected> displaced = new ArrayList<>();

    private Watcher watcher = (doing, done, total) -> {};
    private final Optional<PutAway> putAway;
    private @Nullable ImportOptions options;
    private UnaryOperator<String> symbols = UnaryOperator.identity();
    /** Tables that hold more rows in another database, and its name. */
    private final Map<String, String> elsewhere = new HashMap<>();

    private int numbers;

    private record Pending(String table, String view, Known known) {}

    /**
     * What is known of rows for later, so that nobody has to look through them again.
     *
     * @param oneAgent whether all rows are of the agent of the options
     * @param rows     how many there are
     * @param sorted   whether they come in the order of their times
     * @param times    a query for their times alone
     * @param symbols  a query for the symbols that they write; empty where they have none
     */
    public record Known(boolean oneAgent, long rows, boolean sorted, String times, Optional<String> symbols) {}

    /** A scratch database that knows of nothing published, to try a source on. */
    public static Staging open(Queries queries) {
        Connection connection = DuckDb.open();
        Schema schema = Schema.read(queries);
        Store.views(connection, schema, Manifest.empty(Path.of("")), "stored");
        return new Staging(connection, queries, schema, Optional.empty());
    }

    /** @param putAway where rows go that are too many for the memory */
    Staging(Connection connection, Queries queries, Schema schema, Optional<PutAway> putAway) {
        this.connection = connection;
        this.queries = queries;
        this.schema = schema;
        this.putAway = putAway;
        schema.create(connection, "staged");
        DuckDb.execute(
                connection,
                "making the raw schema",
                "CREATE SCHEMA raw; CREATE VIEW raw.away_events AS SELECT * FROM staged.events LIMIT 0");
    }

    /** Keeps to a part of the memory from now on and goes on with the help of the disk: for the rows of very many files. */
    public void spareMemory() {
        putAway.ifPresent(rows -> rows.spareMemory(MEMORY));
    }

    /** Goes on with the help of the disk where a file that has to be read as text is too big for the memory. */
    public void expectText(long bytes) {
        if (bytes >= MANY) {
            putAway.ifPresent(rows -> rows.spareMemory(SPILLED));
        }
    }

    /** A folder for files that go when the import ends; empty where there is no store. */
    public Optional<Path> room() {
        return putAway.map(PutAway::room);
    }

    /** From now on rows are of these options. */
    public void begin(ImportOptions these, UnaryOperator<String> canonicalSymbol) {
        options = these;
        symbols = canonicalSymbol;
    }

    /** Whether rows of {@link #begin}'s options can be put away. */
    public boolean putsAway() {
        return putAway.isPresent() && options != null;
    }

    /**
     * Writes the rows that a query stages where they will be published from, instead of staging them. They must have the times
     * and files of the records that they are made from, and ids that hold the times. A query that stages nothing is run as it is.
     *
     * @param lot the records that it reads
     */
    public void putAway(String query, Lot lot) {
        if (PutAway.takes(queries.text(query))) {
            putAway.orElseThrow().rows(queries.text(query), lot, Objects.requireNonNull(options), symbols);
        } else {
            script(query);
        }
    }

    /** Lets queries see the events that were put away, as {@code raw.away_events}; what was staged before gives way to them. */
    public void showPutAway() {
        List<PutAway.Part> events = putAway.orElseThrow().parts("events");
        if (!events.isEmpty()) {
            PutAwayRows.replaceStaged(connection, "events", events, Objects.requireNonNull(options));
            DuckDb.execute(
                    connection,
                    "events put away",
                    "CREATE OR REPLACE VIEW raw.away_events AS SELECT * FROM " + PutAwayRows.all(events));
        }
    }

    /** What of a table was put away and is published as it is; the rest is staged now. */
    PutAwayRows.Ready ready(Schema.Table table, boolean published) {
        if (putAway.isEmpty() || putAway.get().parts(table.name()).isEmpty()) {
            return new PutAwayRows.Ready(List.of(), 0);
        }
        boolean replacing = !select("files read anew", "SELECT 1 AS n FROM raw.replaced_files LIMIT 1")
                .isEmpty();
        return PutAwayRows.of(connection, table, putAway.get(), replacing, published);
    }

    /** Who is told how far long work is. */
    public void watch(Watcher told) {
        watcher = told;
    }

    public Watcher watcher() {
        return watcher;
    }

    /**
     * Runs one statement that reads a big file, and tells how far it is.
     *
     * @param doing what the watcher is told; in millions of bytes
     */
    public void reading(String doing, long bytes, String sql, @Nullable Object... parameters) {
        long total = Math.max(1, bytes / MILLION);
        Watched.update(
                connection, doing, share -> watcher.at(doing + ", MB", (long) (share * total), total), sql, parameters);
    }

    public Connection connection() {
        return connection;
    }

    /** Runs a query file, such as {@code sources/roma/trades}; parameters are bound to its {@code ?} in order. */
    public long run(String query, @Nullable Object... parameters) {
        return DuckDb.update(connection, query, queries.text(query), parameters);
    }

    /** Runs a file of several statements without parameters, such as the tables of {@code raw}. */
    public void script(String query) {
        DuckDb.execute(connection, query, queries.text(query));
    }

    /** The text of a query file, to be put into a larger statement. */
    public String text(String query) {
        return queries.text(query).strip();
    }

    /** Rows of a query file, such as {@code sources/playbook/rejected_times}. */
    public Rows query(String name, @Nullable Object... parameters) {
        return Store.select(connection, name, queries.text(name), parameters);
    }

    /** Rows of a query given as text; {@code name} is what an error calls it. */
    public Rows select(String name, String sql, @Nullable Object... parameters) {
        return Store.select(connection, name, sql, parameters);
    }

    /**
     * Rows for a canonical table that a query computes when they are published, for millions of them: its tables stay as
     * they are until then, and no two of its rows have the same id.
     *
     * @param select as what a source inserts BY NAME
     */
    public void later(String table, String select, Known known) {
        String view = "raw.pending_" + number() + "_" + table;
        DuckDb.execute(connection, "rows for later", "CREATE OR REPLACE VIEW " + view + " AS " + select);
        pending.add(new Pending(table, view, known));
    }

    /** A number for names of tables that stay until the rows are published; another one each time. */
    public int number() {
        return numbers++;
    }

    /** The fast way in: rows appended to a table of {@code raw}. */
    public DuckDBAppender appender(String table) {
        try {
            return connection.unwrap(DuckDBConnection.class).createAppender("raw", table);
        } catch (SQLException e) {
            throw new QueryFailed("appending to raw." + table, e);
        }
    }

    /**
     * Fills in what every row has: canonical symbols, derived times, the options' account, exchange and environment.
     * Call it after the rows of one set of options are staged; rows completed before are left alone.
     *
     * @return rows that cannot stay, and why
     */
    public List<Rejected> complete(ImportOptions options, UnaryOperator<String> canonicalSymbol) {
        settle(options, canonicalSymbol);
        List<String> fresh = fresh();
        mapSymbols(fresh, canonicalSymbol);
        List<Rejected> rejected = new ArrayList<>();
        for (String table : fresh) {
            long first = (long) select(
                            "rows to complete",
                            "SELECT MIN(rowid) AS n FROM staged." + DuckDb.identifier(table) + " WHERE system IS NULL")
                    .doubles("n")[0];
            DuckDb.update(
                    connection,
                    "completing " + table,
                    """
                    UPDATE staged.%1$s SET
                        time_us = epoch_us(time), day = CAST(time AS DATE), weekday = isodow(time),
                        system = ?, agent = COALESCE(agent, ?), account = COALESCE(account, ?, agent, ?),
                        exchange = COALESCE(exchange, ?), environment = COALESCE(environment, ?),
                        symbol = (SELECT canonical FROM raw.symbol_map AS m WHERE m.written = symbol_written)
                    WHERE system IS NULL
                    """.formatted(DuckDb.identifier(table)),
                    options.system(),
                    options.agent().orElse("unnamed"),
                    options.account().orElse(null),
                    options.agent().orElse("unnamed"),
                    options.exchange().orElse(null),
                    options.environment().orElse("unknown"));
            rejected.addAll(Unfit.takenOut(this, table, first));
        }
        putAway.ifPresent(rows -> rejected.addAll(rows.rejected()));
        return rejected;
    }

    /** Rows for later that may stay so; the others are staged as all are. */
    private void settle(ImportOptions options, UnaryOperator<String> canonicalSymbol) {
        boolean settings = options.capital().isPresent()
                || options.stake().isPresent()
                || options.feeRate().isPresent()
                || options.maxAge().isPresent();
        for (Pending rows : pending) {
            if (settings || Direct.later(connection, rows.known().times(), Unfit.future())) {
                insert(rows.table(), rows.view());
            } else {
                Schema.Table table = Objects.requireNonNull(schema.tables().get(rows.table()));
                direct.add(Direct.of(connection, table, rows.view(), rows.known(), number(), options, canonicalSymbol));
            }
        }
        pending.clear();
    }

    /**
     * The rows of a table that are published without having been staged. Where others have, or may have, the same keys
     * they are staged after all, and there are none.
     */
    List<Direct> direct(String table) {
        List<Direct> own =
                direct.stream().filter(rows -> rows.table().equals(table)).toList();
        if (own.isEmpty() || !Direct.clash(connection, table, own)) {
            return own;
        }
        stageLater(table);
        return List.of();
    }

    /** Stages after all what was left for later, as it would be if it were a few rows. */
    public void stageLater(String table) {
        List<Direct> own =
                direct.stream().filter(rows -> rows.table().equals(table)).toList();
        own.forEach(rows -> insert(table, rows.view()));
        direct.removeAll(own);
        displaced(Unfit.dropRepeated(this, table, 0));
    }

    private void insert(String table, String view) {
        DuckDb.execute(
                connection,
                "staging " + table,
                "INSERT INTO staged." + DuckDb.identifier(table) + " BY NAME SELECT * FROM " + view);
    }

    /** The tables with rows to complete. */
    private List<String> fresh() {
        List<String> looks = schema.tables().keySet().stream()
                .map(table -> "SELECT " + DuckDb.literal(table) + " AS name WHERE EXISTS (SELECT 1 FROM staged."
                        + DuckDb.identifier(table) + " WHERE system IS NULL)")
                .toList();
        return List.of(
                select("rows to complete", String.join(" UNION ALL ", looks)).texts("name"));
    }

    private void mapSymbols(List<String> tables, UnaryOperator<String> canonicalSymbol) {
        DuckDb.execute(
                connection, "symbols", "CREATE OR REPLACE TABLE raw.symbol_map (written VARCHAR, canonical VARCHAR)");
        if (tables.isEmpty()) {
            return;
        }
        List<String> unions = tables.stream()
                .map(table -> "SELECT DISTINCT symbol_written FROM staged." + DuckDb.identifier(table)
                        + " WHERE system IS NULL")
                .toList();
        Rows written = select(
                "symbols",
                "SELECT symbol_written FROM (" + String.join(" UNION ", unions) + ") WHERE symbol_written IS NOT NULL");
        for (String symbol : written.texts("symbol_written")) {
            DuckDb.update(
                    connection,
                    "symbols",
                    "INSERT INTO raw.symbol_map VALUES (?, ?)",
                    symbol,
                    canonicalSymbol.apply(symbol));
        }
    }

    /** Takes note of rows that gave way to those of another file after {@link #complete}. */
    void displaced(List<Rejected> rows) {
        displaced.addAll(rows);
    }

    /** Rows that gave way to those of another file after {@link #complete}, while all came together. */
    public List<Rejected> displaced() {
        return List.copyOf(displaced);
    }

    /** Names of the canonical tables. */
    public List<String> tables() {
        return List.copyOf(schema.tables().keySet());
    }

    /** How many rows a table has now. */
    public long count(String table) {
        return (long) select("counting " + table, "SELECT COUNT(*) AS n FROM " + rows(table))
                .doubles("n")[0];
    }

    /** The rows of a table, wherever they are. */
    String rows(String table) {
        String staged = "staged." + DuckDb.identifier(table);
        String other = elsewhere.get(table);
        return other == null
                ? staged
                : "(SELECT * FROM " + staged + " UNION ALL SELECT * FROM " + other + "." + staged + ")";
    }

    /** From now on a table's rows are those of another database as well. */
    void also(String table, String database) {
        elsewhere.put(table, database);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new QueryFailed("closing the scratch database", e);
        }
    }
}
