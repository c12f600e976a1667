package dev.plumbline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * What becomes of the parts of one table that were put away: those whose keys nothing else has are published as they are. Of
 * others the rows that are published already go, and what is left is staged or written anew.
 *
 * <p>A row's id holds its time, so rows with equal ids lie in parts whose times overlap.
 */
final class PutAwayRows {

    private final Connection connection;
    private final Schema.Table table;
    private final PutAway putAway;
    private final List<PutAway.Part> ready = new ArrayList<>();
    private long unchanged;

    /**
     * What is to be published.
     *
     * @param parts     as they are
     * @param unchanged how many rows were published already
     */
    record Ready(List<PutAway.Part> parts, long unchanged) {
        Ready {
            parts = List.copyOf(parts);
        }
    }

    private PutAwayRows(Connection connection, Schema.Table table, PutAway putAway) {
        this.connection = connection;
        this.table = table;
        this.putAway = putAway;
    }

    /** Takes out staged rows that a part says too, since what was put away came later. */
    static void replaceStaged(Connection connection, String table, List<PutAway.Part> parts, ImportOptions options) {
        String staged = "staged." + DuckDb.identifier(table);
        if (parts.isEmpty() || count(connection, "SELECT COUNT(*) AS n FROM " + staged) == 0) {
            return;
        }
        String key = "(COALESCE(system, " + DuckDb.literal(options.system()) + "), COALESCE(agent, "
                + DuckDb.literal(options.agent().orElse("unnamed")) + "), id)";
        DuckDb.execute(
                connection,
                "rows put away",
                "CREATE OR REPLACE TEMP TABLE said AS SELECT DISTINCT system, agent, id FROM " + all(parts)
                        + " WHERE id IN (SELECT id FROM " + staged + ");"
                        + " DELETE FROM " + staged + " WHERE " + key + " IN (SELECT (system, agent, id) FROM said)");
    }

    /**
     * @param replacing whether files are read again with other options: all their rows are compared then
     * @param published whether the table has rows in the store
     */
    static Ready of(Connection connection, Schema.Table table, PutAway putAway, boolean replacing, boolean published) {
        PutAwayRows rows = new PutAwayRows(connection, table, putAway);
        rows.settle(putAway.take(table.name()), replacing, published);
        return new Ready(rows.ready, rows.unchanged);
    }

    private void settle(List<PutAway.Part> parts, boolean replacing, boolean published) {
        List<PutAway.Part> back = new ArrayList<>();
        boolean staged = count(connection, "SELECT COUNT(*) AS n FROM " + staged()) > 0;
        for (int i = 0; i < parts.size(); i++) {
            PutAway.Part part = parts.get(i);
            for (PutAway.Part later : parts.subList(i + 1, parts.size())) {
                part = part.first() <= later.last() && later.first() <= part.last()
                        ? without(part, within(later.select(), part))
                        : part;
            }
            part = staged ? without(part, within(staged(), part)) : part;
            if (!published) {
                ready.add(part);
                continue;
            }
            Shared shared = shared(part);
            if (shared.rows() == 0) {
                ready.add(part);
            } else if (replacing) {
                back.add(part);
            } else if (shared.same() == part.rows()) {
                same(part, shared);
            } else {
                compare(part);
            }
        }
        for (PutAway.Part part : back) {
            run("INSERT INTO " + staged() + " SELECT " + columns() + " FROM " + part.select());
            remove(part);
        }
        ready.removeIf(part -> part.rows() == 0);
    }

    /** A part without the rows whose keys others have: the later of two equal keys stays, and what is staged came last. */
    private PutAway.Part without(PutAway.Part part, String others) {
        if (!sharesWith(part, others)) {
            return part;
        }
        PutAway.Written rest = putAway.write(
                part.table(),
                part.month(),
                "SELECT * FROM " + part.select() + " ANTI JOIN (" + others + ") AS o USING (system, agent, id)",
                part.constants());
        remove(part);
        return part.with(rest);
    }

    private boolean sharesWith(PutAway.Part part, String others) {
        return !select("SELECT 1 AS n FROM " + part.select() + " SEMI JOIN (" + others
                        + ") AS o USING (system, agent, id) LIMIT 1")
                .isEmpty();
    }

    /** Keys of rows of a part's time. */
    private static String within(String rows, PutAway.Part part) {
        return "SELECT system, agent, id FROM " + rows + " WHERE time BETWEEN make_timestamp(" + part.first()
                + ") AND make_timestamp(" + part.last() + ")";
    }

    /** Published rows of a part's time. */
    private String stored(PutAway.Part part) {
        return "SELECT * FROM stored." + DuckDb.identifier(table.name()) + " WHERE time BETWEEN make_timestamp("
                + part.first() + ") AND make_timestamp(" + part.last() + ")";
    }

    /** How many rows of each of a part's files are published, and how many of them say the same. */
    private record Shared(List<String> files, long[] each, long rows, long same) {}

    /** Only keys and hashes are brought together: rows of logs are long. */
    private Shared shared(PutAway.Part part) {
        String hashed = "SELECT system, agent, id, file, hash(" + content("r") + ") AS h FROM (%s) AS r";
        Rows counts = select("SELECT a.file, COUNT(*) AS n, COUNT(*) FILTER (a.h = o.h) AS same FROM ("
                + hashed.formatted("SELECT * FROM " + part.select()) + ") AS a JOIN (" + hashed.formatted(stored(part))
                + ") AS o USING (system, agent, id) GROUP BY a.file");
        long[] each =
                DoubleStream.of(counts.doubles("same")).mapToLong(n -> (long) n).toArray();
        return new Shared(
                List.of(counts.texts("file")),
                each,
                (long) DoubleStream.of(counts.doubles("n")).sum(),
                LongStream.of(each).sum());
    }

    private String content(String row) {
        return table.columnNames().stream()
                .filter(column -> !Merge.PROVENANCE.contains(column))
                .map(column -> row + "." + DuckDb.identifier(column))
                .collect(Collectors.joining(", "));
    }

    /** A part all of whose rows are published as they are. */
    private void same(PutAway.Part part, Shared shared) {
        for (int i = 0; i < shared.files().size(); i++) {
            DuckDb.update(
                    connection,
                    "rows put away",
                    "INSERT INTO raw.file_rows VALUES (?, ?, 0, 0, ?)",
                    part.table().name(),
                    shared.files().get(i),
                    shared.each()[i]);
        }
        unchanged += part.rows();
        remove(part);
    }

    /** Of a part, some of whose rows are published: changed rows are staged, new ones stay a part, others go. */
    private void compare(PutAway.Part part) {
        long changed = DuckDb.update(
                connection,
                "rows put away",
                "INSERT INTO " + staged() + " SELECT a.* FROM " + part.select() + " AS a JOIN (" + stored(part)
                        + ") AS o ON a.system = o.system AND a.agent = o.agent AND a.id = o.id WHERE hash("
                        + content("a") + ") <> hash(" + content("o") + ")");
        String fresh = part.select() + " ANTI JOIN (" + stored(part) + ") AS o USING (system, agent, id)";
        run("CREATE OR REPLACE TEMP TABLE fresh AS SELECT " + columns() + " FROM " + fresh);
        long added = count(connection, "SELECT COUNT(*) AS n FROM fresh");
        run("INSERT INTO raw.file_rows SELECT " + DuckDb.literal(part.table().name()) + ", a.file, 0, 0, COUNT(*) FROM "
                + part.select() + " AS a JOIN ("
                + stored(part)
                + ") AS o ON a.system = o.system AND a.agent = o.agent AND a.id = o.id WHERE hash("
                + content("a") + ") = hash(" + content("o") + ") GROUP BY a.file");
        unchanged += part.rows() - changed - added;
        if (added > 0) {
            ready.add(part.with(putAway.write(part.table(), part.month(), "FROM fresh", part.constants())));
        }
        run("DROP TABLE fresh");
        remove(part);
    }

    private static void remove(PutAway.Part part) {
        try {
            Files.deleteIfExists(part.file());
        } catch (IOException e) {
            throw new UncheckedIOException(part.file() + " cannot be removed", e);
        }
    }

    private String staged() {
        return "staged." + DuckDb.identifier(table.name());
    }

    private String columns() {
        return table.columnNames().stream().map(DuckDb::identifier).collect(Collectors.joining(", "));
    }

    /** Rows of several parts, as a table. */
    static String all(List<PutAway.Part> parts) {
        return parts.stream()
                .collect(Collectors.groupingBy(PutAway.Part::constants, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(some -> Constants.select(
                        some.getValue().get(0).table(),
                        some.getKey(),
                        some.getValue().stream().map(PutAway.Part::file).toList()))
                .collect(Collectors.joining(" UNION ALL ", "(", ")"));
    }

    private void run(String sql) {
        DuckDb.execute(connection, "rows put away", sql);
    }

    private Rows select(String sql) {
        return Store.select(connection, "rows put away", sql);
    }

    private static long count(Connection connection, String sql) {
        return (long) Store.select(connection, "counting", sql).doubles("n")[0];
    }
}
