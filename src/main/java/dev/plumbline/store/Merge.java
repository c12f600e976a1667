package dev.plumbline.store;

import dev.plumbline.model.LoadReport.TableLoad;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Staged rows merged with published ones, table by table: only the months that change are written anew. */
final class Merge {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final String ORDER = "system, agent, time, id";
    /** What a book is in the order of, where it is not the file. */
    private static final Map<String, String> BOOKS = Map.of("files", "path", "imports", "import_id");

    static final Set<String> PROVENANCE = Set.of("file", "import_id");

    private final Connection connection;
    private final Path folder;
    private final long importId;
    private final PartWriter writer;
    private final Watcher watcher;

    /** Parts of a table after the merge, and what happened to its rows. */
    record Outcome(List<Manifest.Part> parts, TableLoad load) {}

    Merge(Connection connection, Path folder, long importId, Watcher watcher) {
        this.connection = connection;
        this.folder = folder;
        this.importId = importId;
        this.watcher = watcher;
        this.writer = new PartWriter(connection, folder, importId);
    }

    /** Parts that were written, to be made durable. */
    List<Path> written() {
        return writer.written();
    }

    /**
     * Merges {@code staged}, and rows that were not staged, into {@code stored}. {@code raw.replaced_files} names the
     * files whose former rows go.
     *
     * @param rows   what was staged: the table of that name in {@code staged} where any was published before
     * @param direct rows whose keys nothing else has
     */
    Outcome table(Schema.Table table, String rows, List<Manifest.Part> parts, List<Direct> direct) {
        String name = DuckDb.identifier(table.name());
        long staged = count("SELECT COUNT(*) FROM " + rows);
        boolean replacing = !parts.isEmpty() && count("SELECT COUNT(*) FROM raw.replaced_files") > 0;
        if (staged == 0 && !replacing && direct.isEmpty()) {
            return new Outcome(parts, new TableLoad(table.name(), 0, 0, 0, 0));
        }
        Changes changes = parts.isEmpty() ? first(table, rows, staged) : compared(table, staged, replacing);
        Map<String, List<Direct>> straight = new TreeMap<>();
        for (Direct some : direct) {
            some.months().forEach(month -> straight.computeIfAbsent(month, key -> new ArrayList<>())
                    .add(some));
        }
        Set<String> months = new TreeSet<>(changes.months());
        months.addAll(straight.keySet());
        List<Manifest.Part> next = new ArrayList<>(
                parts.stream().filter(part -> !months.contains(part.month())).toList());
        long loaded = changes.load().loaded();
        List<PartWriter.Order> alone = new ArrayList<>();
        for (String month : months) {
            List<String> selects = new ArrayList<>();
            boolean before = rows(parts, month) > 0;
            if (before) {
                selects.add("SELECT " + columns(table) + " FROM stored." + name
                        + (changes.leaving() ? " ANTI JOIN leaving USING (system, agent, id)" : "") + " WHERE "
                        + within(month));
            }
            if (changes.months().contains(month)) {
                selects.add(incoming(table, rows) + " WHERE " + changes.of(month));
            }
            List<Direct> own = straight.getOrDefault(month, List.of());
            own.stream()
                    .filter(some -> !selects.isEmpty()
                            || own.size() > 1
                            || !some.constants().containsKey("file"))
                    .forEach(some -> countByFile(table, some.view() + " WHERE " + within(month)));
            if (selects.isEmpty() && own.size() == 1) {
                alone.add(own.get(0).part(table, month, within(month), importId));
                continue;
            }
            own.forEach(some -> selects.add(incoming(table, some.view()) + " WHERE " + within(month)));
            List<Manifest.Part> written = writer.write(
                    new PartWriter.Order(table.name(), month, String.join(" UNION ALL ", selects), ORDER, Map.of()),
                    "time",
                    own.isEmpty() ? staged + rows(parts, month) : 0);
            next.addAll(written);
            if (!own.isEmpty()) {
                loaded += written.stream().mapToLong(Manifest.Part::rows).sum()
                        - (selects.size() == own.size() ? 0 : others(table, rows, month, before, changes));
            }
        }
        for (Manifest.Part part :
                writer.writeAll(alone, direct.stream().mapToLong(Direct::rows).sum(), watcher)) {
            next.add(part);
            loaded += part.rows();
            if (part.constants().containsKey("file")) {
                DuckDb.update(
                        connection,
                        "rows of each file",
                        "INSERT INTO raw.file_rows VALUES (?, ?, ?, 0, 0)",
                        table.name(),
                        part.constants().get("file"),
                        part.rows());
            }
        }
        TableLoad load = changes.load();
        return new Outcome(next, new TableLoad(table.name(), loaded, load.updated(), load.unchanged(), load.removed()));
    }

    /** With parts that were written before, whose keys nothing else has. */
    Outcome with(PutAwayRows.Ready ready, Outcome outcome) {
        List<Manifest.Part> parts = new ArrayList<>(outcome.parts());
        long rows = 0;
        for (PutAway.Part part : ready.parts()) {
            String relative = folder.relativize(part.file()).toString().replace('\\', '/');
            parts.add(new Manifest.Part(part.table().name(), part.month(), relative, part.rows(), part.constants()));
            writer.wrote(part.file());
            countByFile(part.table(), part.select());
            rows += part.rows();
        }
        TableLoad load = outcome.load();
        return new Outcome(
                parts,
                new TableLoad(
                        load.table(),
                        load.loaded() + rows,
                        load.updated(),
                        load.unchanged() + ready.unchanged(),
                        load.removed()));
    }

    /** How many rows of a month were not published straight. */
    private long others(Schema.Table table, String rows, String month, boolean before, Changes changes) {
        String name = DuckDb.identifier(table.name());
        long kept = before
                ? count("SELECT COUNT(*) FROM stored." + name
                        + (changes.leaving() ? " ANTI JOIN leaving USING (system, agent, id)" : "") + " WHERE "
                        + within(month))
                : 0;
        return kept
                + (changes.months().contains(month)
                        ? count("SELECT COUNT(*) FROM " + rows + " WHERE " + changes.of(month))
                        : 0);
    }

    /**
     * What staged rows change.
     *
     * @param months   to be written anew
     * @param leaving  whether published rows may leave
     * @param compared whether staged rows were compared with published ones
     */
    private record Changes(Set<String> months, boolean leaving, boolean compared, TableLoad load) {
        String of(String month) {
            return compared
                    ? "rowid IN (SELECT row FROM new_rows WHERE is_changed AND month = " + DuckDb.literal(month) + ")"
                    : within(month);
        }
    }

    /** The staged rows of a table that had none: there is nothing to compare them with. */
    private Changes first(Schema.Table table, String rows, long staged) {
        String name = DuckDb.identifier(table.name());
        countByFile(table, rows);
        Set<String> months = staged == 0
                ? Set.of()
                : new TreeSet<>(List.of(
                        texts("SELECT DISTINCT strftime(time, '%Y-%m') AS month FROM " + rows + " ORDER BY month")));
        return new Changes(months, false, false, new TableLoad(name, staged, 0, 0, 0));
    }

    /** Notes how many rows each file brings, all of them new. */
    private void countByFile(Schema.Table table, String from) {
        run(
                "rows of each file",
                "INSERT INTO raw.file_rows SELECT " + DuckDb.literal(table.name()) + ", file, COUNT(*), 0, 0 FROM "
                        + from + " GROUP BY file");
    }

    private Changes compared(Schema.Table table, long staged, boolean replacing) {
        if (staged == 0 && !replacing) {
            return new Changes(Set.of(), false, true, new TableLoad(table.name(), 0, 0, 0, 0));
        }
        compare(table, replacing);
        Rows counts = Store.select(connection, "counting", """
                SELECT COUNT(*) FILTER (is_new) AS loaded, COUNT(*) FILTER (NOT is_new AND is_changed) AS updated,
                       COUNT(*) FILTER (NOT is_new AND NOT is_changed) AS unchanged, (SELECT COUNT(*) FROM gone) AS removed
                FROM new_rows
                """);
        run("rows of each file", """
                INSERT INTO raw.file_rows
                SELECT %s, file, COUNT(*) FILTER (is_new), COUNT(*) FILTER (NOT is_new AND is_changed),
                       COUNT(*) FILTER (NOT is_new AND NOT is_changed)
                FROM new_rows GROUP BY file
                """.formatted(DuckDb.literal(table.name())));
        Set<String> months =
                new TreeSet<>(List.of(texts("SELECT DISTINCT month FROM (SELECT month FROM new_rows WHERE is_changed"
                        + " UNION ALL SELECT month FROM leaving) ORDER BY month")));
        return new Changes(
                months,
                true,
                true,
                new TableLoad(
                        table.name(),
                        (long) counts.doubles("loaded")[0],
                        (long) counts.doubles("updated")[0],
                        (long) counts.doubles("unchanged")[0],
                        (long) counts.doubles("removed")[0]));
    }

    /** Which staged rows are new or changed, and which published ones leave. */
    private void compare(Schema.Table table, boolean replacing) {
        String old = """
                SELECT o.system, o.agent, o.id, hash(%s) AS content, strftime(o.time, '%%Y-%%m') AS month,
                       o.file IN (SELECT file FROM raw.replaced_files) AS replaced
                FROM stored.%s AS o
                """.formatted(prefixed(table, "o"), DuckDb.identifier(table.name()));
        String same = "staged.%s AS s USING (system, agent, id)".formatted(DuckDb.identifier(table.name()));
        run(
                "comparing",
                "CREATE OR REPLACE TEMP TABLE old_rows AS " + old + " SEMI JOIN " + same
                        + (replacing
                                ? " UNION ALL " + old + " ANTI JOIN " + same
                                        + " WHERE o.file IN (SELECT file FROM raw.replaced_files)"
                                : ""));
        // rows that a re-read file no longer brings are gone; those it brings again are updated or unchanged
        run("comparing", """
                CREATE OR REPLACE TEMP TABLE new_rows AS
                SELECT s.rowid AS row, s.system, s.agent, s.id, s.file, strftime(s.time, '%%Y-%%m') AS month, o.month AS old_month,
                       o.id IS NULL AS is_new, o.content IS DISTINCT FROM hash(%2$s) AS is_changed
                FROM staged.%1$s AS s
                LEFT JOIN old_rows AS o ON s.system = o.system AND s.agent = o.agent AND s.id = o.id;
                CREATE OR REPLACE TEMP TABLE gone AS
                SELECT system, agent, id, month FROM old_rows ANTI JOIN new_rows USING (system, agent, id) WHERE replaced;
                CREATE OR REPLACE TEMP TABLE leaving AS
                SELECT system, agent, id, month FROM gone
                UNION ALL SELECT system, agent, id, old_month FROM new_rows WHERE NOT is_new AND is_changed
                """.formatted(DuckDb.identifier(table.name()), prefixed(table, "s")));
    }

    /** The table without the rows whose column has a value. */
    Outcome without(Schema.Table table, List<Manifest.Part> parts, String column, @Nullable Object value) {
        String name = DuckDb.identifier(table.name());
        String condition = DuckDb.identifier(column) + " = " + DuckDb.literal(String.valueOf(value));
        Set<String> months = parts.isEmpty()
                ? Set.of()
                : new TreeSet<>(List.of(texts("SELECT DISTINCT strftime(time, '%Y-%m') AS month FROM stored." + name
                        + " WHERE " + condition)));
        long removed = months.isEmpty() ? 0 : count("SELECT COUNT(*) FROM stored." + name + " WHERE " + condition);
        List<Manifest.Part> next = new ArrayList<>(
                parts.stream().filter(part -> !months.contains(part.month())).toList());
        for (String month : months) {
            Manifest.Part part = writer.write(new PartWriter.Order(
                    table.name(),
                    month,
                    "SELECT " + columns(table) + " FROM stored." + name + " WHERE " + within(month) + " AND ("
                            + condition + ") IS NOT TRUE",
                    ORDER,
                    Map.of()));
            if (part.rows() > 0) {
                next.add(part);
            }
        }
        return new Outcome(next, new TableLoad(table.name(), 0, 0, 0, removed));
    }

    /** Writes one of the store's books, whole, from {@code raw.book_<name>}. */
    List<Manifest.Part> book(String name) {
        String column = BOOKS.getOrDefault(name, "file");
        String rows = "raw." + DuckDb.identifier("book_" + name);
        PartWriter.Order order = new PartWriter.Order(name, "all", "SELECT * FROM " + rows, "ALL", Map.of());
        long n = count("SELECT COUNT(*) FROM " + rows);
        return n == 0 ? List.of(writer.write(order)) : writer.write(order, column, n);
    }

    private String incoming(Schema.Table table, String from) {
        return "SELECT " + columns(table).replace("\"import_id\"", importId + " AS import_id") + " FROM " + from;
    }

    /** Rows of a month, as bounds of the time where they can be: parts of other months are not read then. */
    private static String within(String month) {
        if (!MONTH.matcher(month).matches()) {
            return "strftime(time, '%Y-%m') = " + DuckDb.literal(month);
        }
        String first = "TIMESTAMP '" + month + "-01'";
        return "time >= " + first + " AND time < " + first + " + INTERVAL 1 MONTH";
    }

    private static String columns(Schema.Table table) {
        return table.columnNames().stream().map(DuckDb::identifier).collect(Collectors.joining(", "));
    }

    private static String prefixed(Schema.Table table, String alias) {
        return table.columnNames().stream()
                .filter(column -> !PROVENANCE.contains(column))
                .map(column -> alias + "." + DuckDb.identifier(column))
                .collect(Collectors.joining(", "));
    }

    private static long rows(List<Manifest.Part> parts, String month) {
        return parts.stream()
                .filter(part -> part.month().equals(month))
                .mapToLong(Manifest.Part::rows)
                .sum();
    }

    private void run(String name, String sql) {
        DuckDb.execute(connection, name, sql);
    }

    private long count(String sql) {
        return (long) Store.select(connection, "counting", sql.replaceFirst("COUNT\\(\\*\\)", "COUNT(*) AS n"))
                .doubles("n")[0];
    }

    private String[] texts(String sql) {
        return Store.select(connection, "listing", sql).texts("month");
    }
}
