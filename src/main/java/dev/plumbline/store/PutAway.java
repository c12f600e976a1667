package dev.plumbline.store;

import dev.plumbline.model.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are written as parts of the store while their import is under way, a stretch of a big log at a time, so that
 * memory does not grow with the log. Nothing is published by that: parts that no manifest names are no part of the store.
 */
final class PutAway {

    private static final Pattern INSERT =
            Pattern.compile("(?:--[^\\n]*\\n)*INSERT INTO staged\\.(\\w+) BY NAME\\s+(?=SELECT|WITH)");
    /** What DuckDB takes before it goes on with the help of the disk. */
    private static final String MEMORY = "300MB";

    /**
     * A part.
     *
     * @param first     the oldest row's time, in microseconds since 1970
     * @param last      the newest row's
     * @param constants columns that the file leaves out, with what every row says in them
     */
    record Part(
            Schema.Table table,
            String month,
            Path file,
            long rows,
            long first,
            long last,
            Map<String, @Nullable String> constants) {
        String select() {
            return "(" + Constants.select(table, constants, List.of(file)) + ")";
        }

        /** The rest of it, written anew. */
        Part with(Written rest) {
            return new Part(table, month, rest.file(), rest.rows(), first, last, constants);
        }
    }

    /** Rows of a file that lie in the future. */
    private record Future(String table, String file, long n, String newest) {
        Future and(Future other) {
            return new Future(table, file, n + other.n, newest.compareTo(other.newest) > 0 ? newest : other.newest);
        }
    }

    private final Connection connection;
    private final Schema schema;
    private final Path folder;
    private final long importId;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Set<String>> columns = new HashMap<>();
    private final Map<String, Future> future = new LinkedHashMap<>();
    private boolean begun;
    private int number;

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
        return parts.stream().filter(part -> part.table().name().equals(table)).toList();
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
                .map(rows -> Unfit.inFuture(rows.table(), rows.file(), rows.n(), rows.newest()))
                .toList();
        future.clear();
        return told;
    }

    /**
     * Writes the rows that a query would stage.
     *
     * @param lot the records that it reads, whose times and file are the rows'
     */
    void rows(String query, Lot lot, ImportOptions options, UnaryOperator<String> canonicalSymbol) {
        Matcher insert = INSERT.matcher(query);
        if (!insert.lookingAt()) {
            throw new IllegalArgumentException("INSERT INTO staged.… BY NAME was expected: " + query);
        }
        Schema.Table table = Objects.requireNonNull(schema.tables().get(insert.group(1)));
        String rows = query.substring(insert.end());
        if (!begun) {
            begun = true;
            spareMemory(MEMORY);
            run("CREATE TABLE raw.away_symbols (written VARCHAR, canonical VARCHAR)");
        }
        Set<String> columns = columns(rows);
        PutAwayColumns values = PutAwayColumns.of(table, columns, lot, options, importId);
        Instant limit = Unfit.future();
        long latest = limit.getEpochSecond() * 1_000_000;
        for (Lot.Month month : lot.months()) {
            if (month.last() > latest) {
                future(table.name(), rows, month.first(), month.last(), limit);
            }
            part(table, month.until(latest), values, rows, canonicalSymbol);
        }
    }

    /** Where files may be that go when the import ends. */
    Path room() {
        return made(folder.resolve("unpacked"));
    }

    /** DuckDB takes no more than this from now on, and goes on with the help of the disk. */
    void spareMemory(String memory) {
        Path spilled = room().resolve("spilled");
        run("SET temp_directory=" + DuckDb.literal(spilled.toString()));
        run("SET memory_limit=" + DuckDb.literal(memory));
    }

    private void part(
            Schema.Table table,
            Lot.Month month,
            PutAwayColumns values,
            String query,
            UnaryOperator<String> canonicalSymbol) {
        String within = values.select(query) + " WHERE r.time BETWEEN make_timestamp(" + month.first()
                + ") AND make_timestamp(" + month.last() + ")";
        Written written = write(table, month.name(), within, values.constants());
        if (values.symbols() && addSymbols(written.file(), canonicalSymbol)) {
            written = write(table, month.name(), within, values.constants());
        }
        Part part = new Part(
                table, month.name(), written.file(), written.rows(), month.first(), month.last(), values.constants());
        boolean repeated = !select("SELECT 1 AS n FROM (SELECT hash(agent, id) AS h FROM " + part.select()
                        + ") GROUP BY h HAVING COUNT(*) > 1 LIMIT 1")
                .isEmpty();
        if (repeated) {
            // of rows with equal ids the last one stays
            part = part.with(write(
                    table,
                    month.name(),
                    "SELECT * FROM " + part.select()
                            + " QUALIFY row_number() OVER (PARTITION BY agent, id ORDER BY line DESC) = 1",
                    values.constants()));
        }
        if (part.rows() > 0) {
            parts.add(part);
        }
    }

    /** Notes rows that lie in the future, which are left out. */
    private void future(String table, String query, long first, long last, Instant limit) {
        Rows rows = Store.select(
                connection,
                "future rows",
                "SELECT COALESCE(file, '') AS file, COUNT(*) AS n, MAX(CAST(time AS VARCHAR)) AS newest FROM (" + query
                        + ") WHERE time > ? AND time BETWEEN make_timestamp(" + first + ") AND make_timestamp(" + last
                        + ") GROUP BY file ORDER BY file",
                limit);
        for (int i = 0; i < rows.size(); i++) {
            future.merge(
                    rows.texts("file")[i] + " " + table,
                    new Future(table, rows.texts("file")[i], (long) rows.doubles("n")[i], rows.texts("newest")[i]),
                    Future::and);
        }
    }

    /** The columns of a query, asked once. */
    private Set<String> columns(String query) {
        return columns.computeIfAbsent(
                query,
                rows -> Set.of(select("SELECT column_name AS c FROM (DESCRIBE " + rows + ")")
                        .texts("c")));
    }

    /** Notes the canonical names of symbols that were not met before; whether there were any. A log names a few at most. */
    private boolean addSymbols(Path part, UnaryOperator<String> canonicalSymbol) {
        String[] written = select("SELECT DISTINCT symbol_written AS s FROM read_parquet("
                        + DuckDb.literal(part.toString()) + ") WHERE symbol_written NOT IN"
                        + " (SELECT written FROM raw.away_symbols) ORDER BY s")
                .texts("s");
        for (String symbol : written) {
            DuckDb.update(
                    connection,
                    "symbols",
                    "INSERT INTO raw.away_symbols VALUES (?, ?)",
                    symbol,
                    canonicalSymbol.apply(symbol));
        }
        return written.length > 0;
    }

    /** A file that was written, and how many rows it has. */
    record Written(Path file, long rows) {}

    /** Writes a part of the store to be. Its rows come in any order: those of a log lie by time already. */
    Written write(Schema.Table table, String month, String select, Map<String, @Nullable String> constants) {
        Path file = made(folder.resolve(table.name()).resolve(month)).resolve(importId + "-" + ++number + ".parquet");
        String written = table.columnNames().stream()
                .filter(column -> !constants.containsKey(column))
                .map(DuckDb::identifier)
                .collect(Collectors.joining(", "));
        run("SET preserve_insertion_order=false");
        long rows = DuckDb.update(
                connection,
                "putting rows away",
                "COPY (SELECT " + written + " FROM (" + select + ")) TO " + DuckDb.literal(file.toString())
                        + " (FORMAT parquet, PARQUET_VERSION v2, COMPRESSION zstd, COMPRESSION_LEVEL 1, DICTIONARY_SIZE_LIMIT "
                        + PartWriter.DICTIONARY + ")");
        run("SET preserve_insertion_order=true");
        return new Written(file, rows);
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
