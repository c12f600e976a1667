package dev.plumbline.store;

import dev.plumbline.model.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows that are written as parts of the store while their import is under way, a stretch of a big log at a time, so that
 * memory does not grow with the log. Nothing is published by that: parts that no manifest names are no part of the store.
 */
final class PutAway {

    private static final Pattern INSERT =
            Pattern.compile("(?:--[^\\n]*\\n)*INSERT INTO staged\\.(\\w+) BY NAME\\s+(?=SELECT|WITH)");
    /** What DuckDB takes before it goes on with the help of the disk. */
    private static final String MEMORY = "400MB";

    private static final String UNNAMED = "unnamed";

    /**
     * A part.
     *
     * @param month empty where its rows are of several
     * @param first the oldest row's time, in microseconds since 1970
     * @param last  the newest row's
     */
    record Part(String table, String month, Path file, long rows, long first, long last) {
        String select() {
            return "read_parquet(" + DuckDb.literal(file.toString()) + ")";
        }
    }

    /** Rows of a file that lie in the future. */
    private record Future(String table, String file, long n, String newest) {
        Future and(Future other) {
            return new Future(
                    table, file, n + other.n, newest.compareTo(other.newest) > 0 ? newest : other.newest);
        }
    }

    private final Connection connection;
    private final Schema schema;
    private final Path folder;
    private final long importId;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Future> future = new LinkedHashMap<>();
    private int written;

    PutAway(Connection connection, Schema schema, Path folder, long importId) {
        this.connection = connection;
        this.schema = schema;
        this.folder = folder;
        this.importId = importId;
    }

    /** Whether a query says which rows it stages, so that they can be put away instead. */
    static boolean takes(String query) {
        return INSERT.matcher(query).lookingAt();
    }

    /** Parts of a table that were put away. */
    List<Part> parts(String table) {
        return parts.stream().filter(part -> part.table().equals(table)).toList();
    }

    /** Takes the parts of a table out, to be published or staged after all. */
    List<Part> take(String table) {
        List<Part> taken = parts(table);
        parts.removeAll(taken);
        return taken;
    }

    /** Rows that lay in the future, told once; a file and table each. */
    List<Rejected> rejected() {
        List<Rejected> told = future.values().stream()
                .map(rows -> Staging.inFuture(rows.table(), rows.file(), rows.n(), rows.newest()))
                .toList();
        future.clear();
        return told;
    }

    /** Writes the rows that a query would stage. */
    void rows(String query, ImportOptions options, UnaryOperator<String> canonicalSymbol) {
        Matcher insert = INSERT.matcher(query);
        if (!insert.lookingAt()) {
            throw new IllegalArgumentException("INSERT INTO staged.… BY NAME was expected: " + query);
        }
        Schema.Table table = Objects.requireNonNull(schema.tables().get(insert.group(1)));
        if (written == 0) {
            Path spilled = made(folder.resolve("unpacked")).resolve("spilled");
            run("SET memory_limit='" + MEMORY + "'; SET temp_directory=" + DuckDb.literal(spilled.toString()));
        }
        run(table.create("raw", "away"));
        run("INSERT INTO raw.away BY NAME " + query.substring(insert.end()));
        String agent = DuckDb.literal(options.agent().orElse(UNNAMED));
        dropFuture(table.name());
        dropRepeated(agent);
        Rows facts = select("""
                SELECT COUNT(*) AS n, COALESCE(epoch_us(MIN(time)), 0) AS first, COALESCE(epoch_us(MAX(time)), 0) AS last,
                       COALESCE(strftime(MIN(time), '%Y-%m'), '') AS month,
                       COALESCE(strftime(MAX(time), '%Y-%m'), '') AS month_after
                FROM raw.away
                """);
        if (facts.doubles("n")[0] > 0) {
            String month = facts.texts("month")[0].equals(facts.texts("month_after")[0]) ? facts.texts("month")[0] : "";
            parts.add(new Part(
                    table.name(),
                    month,
                    write(table.name(), month, completed(table, options, agent, canonicalSymbol)),
                    (long) facts.doubles("n")[0],
                    (long) facts.doubles("first")[0],
                    (long) facts.doubles("last")[0]));
        }
        run("DROP TABLE raw.away");
    }

    private void dropFuture(String table) {
        Instant limit = Instant.now().plusSeconds(Staging.FUTURE_SECONDS);
        Rows rows = Store.select(
                connection,
                "future rows",
                "SELECT COALESCE(file, '') AS file, COUNT(*) AS n, MAX(CAST(time AS VARCHAR)) AS newest FROM raw.away"
                        + " WHERE time > ? GROUP BY file ORDER BY file",
                limit);
        for (int i = 0; i < rows.size(); i++) {
            future.merge(
                    rows.texts("file")[i] + " " + table,
                    new Future(table, rows.texts("file")[i], (long) rows.doubles("n")[i], rows.texts("newest")[i]),
                    Future::and);
        }
        if (!rows.isEmpty()) {
            DuckDb.update(connection, "future rows", "DELETE FROM raw.away WHERE time > ?", limit);
        }
    }

    /** Of rows with equal ids the last one stays. */
    private void dropRepeated(String agent) {
        String keys = " FROM raw.away GROUP BY COALESCE(agent, " + agent + "), id";
        boolean repeated = !select("SELECT 1 AS n FROM (SELECT hash(COALESCE(agent, " + agent
                        + "), id) AS h FROM raw.away) GROUP BY h HAVING COUNT(*) > 1 LIMIT 1")
                .isEmpty();
        if (repeated) {
            run("DELETE FROM raw.away WHERE rowid NOT IN (SELECT MAX(rowid)" + keys + ")");
        }
    }

    /** The rows with what {@link Staging#complete} would fill in, in the order of a part. */
    private String completed(
            Schema.Table table, ImportOptions options, String agent, UnaryOperator<String> canonicalSymbol) {
        String own = coalesce("r.agent", agent);
        Map<String, String> values = Map.of(
                "time_us", "epoch_us(r.time)",
                "day", "CAST(r.time AS DATE)",
                "weekday", "isodow(r.time)",
                "system", DuckDb.literal(options.system()),
                "agent", own,
                "account", coalesce("r.account", options.account().map(DuckDb::literal).orElse(own)),
                "exchange", coalesce("r.exchange", options.exchange().map(DuckDb::literal).orElse("NULL")),
                "environment", coalesce("r.environment", DuckDb.literal(options.environment().orElse("unknown"))),
                "symbol", symbols(canonicalSymbol),
                "import_id", Long.toString(importId));
        boolean sorted = select("SELECT COUNT(DISTINCT " + own + ") AS n FROM raw.away AS r").doubles("n")[0] < 2
                && select("SELECT 1 AS n FROM (SELECT time < lag(time) OVER () AS back FROM raw.away) WHERE back LIMIT 1")
                        .isEmpty();
        return "SELECT "
                + table.columns().stream()
                        .map(c -> "CAST("
                                + values.getOrDefault(c.name(), "r." + DuckDb.identifier(c.name())) + " AS "
                                + c.type().replace(" NOT NULL", "") + ") AS " + DuckDb.identifier(c.name()))
                        .collect(Collectors.joining(", "))
                + " FROM raw.away AS r" + (sorted ? "" : " ORDER BY system, agent, time, id");
    }

    private static String coalesce(String value, String otherwise) {
        return "COALESCE(" + value + ", " + otherwise + ")";
    }

    /** The canonical symbol of a row: a stretch of a log names a few at most. */
    private String symbols(UnaryOperator<String> canonicalSymbol) {
        String[] written = select(
                        "SELECT DISTINCT symbol_written AS s FROM raw.away WHERE symbol_written IS NOT NULL ORDER BY s")
                .texts("s");
        if (written.length == 0) {
            return "NULL";
        }
        run("CREATE OR REPLACE TABLE raw.away_symbols (written VARCHAR, canonical VARCHAR)");
        for (String symbol : written) {
            DuckDb.update(
                    connection,
                    "symbols",
                    "INSERT INTO raw.away_symbols VALUES (?, ?)",
                    symbol,
                    canonicalSymbol.apply(symbol));
        }
        return "(SELECT m.canonical FROM raw.away_symbols AS m WHERE m.written = r.symbol_written)";
    }

    /** Writes a part of the store to be. */
    Path write(String table, String month, String select) {
        Path file = made(folder.resolve(table).resolve(month.isEmpty() ? "several" : month))
                .resolve(importId + "-" + ++written + ".parquet");
        run("COPY (" + select + ") TO " + DuckDb.literal(file.toString())
                + " (FORMAT parquet, PARQUET_VERSION v2, COMPRESSION zstd, COMPRESSION_LEVEL 1)");
        return file;
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the store's folder " + folder + " cannot be made", e);
        }
    }

    private void run(String sql) {
        DuckDb.execute(connection, "putting rows away", sql);
    }

    private Rows select(String sql) {
        return Store.select(connection, "rows put away", sql);
    }
}
