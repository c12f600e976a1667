package dev.plumbline.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One kind of file that a system writes, as its {@code source.yaml} describes it: how it is recognised, and which tables
 * of {@code raw} its content goes to.
 *
 * @param names  patterns of file names, one of which must fit; none where any name will do
 * @param format how it is written
 * @param has    keys, columns, metrics or tables (and {@code table.column}) that all must be there
 * @param any    of these at least one must be there; none where that is not asked
 * @param not    of these none may be there
 * @param table  of {@code raw}, for formats whose rows go to one table; empty for databases
 * @param json   what the JSON is, where it is one
 * @param tables of a database: each one read, with what is not available without it
 * @param schema of a PostgreSQL database, such as {@code monitoring}; empty for the default one
 * @param lines  how a record of a log begins, tried in order: named groups are columns of the table
 * @param prefix of JSON lines: what stands before the JSON on a line and is taken off; named groups are columns of the
 *     table, and {@code output} is one that takes the lines which are no JSON object
 * @param holds  what stands somewhere in the first bytes
 * @param undated whether a file says no time of its own: it is filed at its {@link WrittenTime}
 * @param local  whether times without an offset are local times of the bot; otherwise they are UTC
 */
record FileKind(
        List<Glob> names,
        Format format,
        Set<String> has,
        Set<String> any,
        Set<String> not,
        String table,
        Optional<JsonShape> json,
        Map<String, String> tables,
        String schema,
        List<Pattern> lines,
        Optional<Pattern> prefix,
        Optional<Pattern> holds,
        boolean undated,
        boolean local) {

    /** Lines of a log's beginning that are looked at: a banner may stand before the first record. */
    private static final int LOG_LINES = 20;

    FileKind {
        names = List.copyOf(names);
        has = Set.copyOf(has);
        any = Set.copyOf(any);
        not = Set.copyOf(not);
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        lines = List.copyOf(lines);
    }

    /**
     * Whether a file of this name may be of this kind.
     *
     * @param name in lower case
     */
    boolean mayBe(String name) {
        for (Glob glob : names) {
            if (glob.fits(name)) {
                return true;
            }
        }
        return names.isEmpty();
    }

    /** Whether the name is all that is asked of a file, besides what it must not hold. */
    boolean asksForNameOnly() {
        return !names.isEmpty() && has.isEmpty() && any.isEmpty() && holds.isEmpty();
    }

    /** Whether a file is of this kind. One whose bytes say nothing, such as an empty one, is taken by a name alone. */
    boolean fits(FileHead file) {
        boolean named = file.isNamed(names);
        if (!names.isEmpty() && !named) {
            return false;
        }
        return fits(file, named)
                && (holds.isEmpty() || holds.get().matcher(file.text()).find());
    }

    private boolean fits(FileHead file, boolean named) {
        return switch (format) {
            case JSON -> endsRight(file, named) && keys(file.json().keys(), named);
            case JSONL ->
                endsRight(file, named)
                        && (prefix.isPresent()
                                ? JsonLines.keys(file.text(), prefix.get()).anyMatch(keys -> keys(keys, false))
                                : keys(file.json().keys(), named));
            case CSV -> endsRight(file, named) && keys(header(file), named);
            case DATABASE -> keys(database(file), named);
            case LOG -> endsRight(file, named) && (file.bytes().length == 0 ? named : beginsRecord(file));
            case PROMETHEUS -> endsRight(file, named) && PrometheusText.looksLike(file.bytes(), has, any, not);
            case PARQUET -> endsRight(file, named) && keys(ParquetColumns.of(file.path()), false);
        };
    }

    /** Whether a database with these tables, and columns as {@code table.column}, may be of this kind. */
    boolean holds(Set<String> found) {
        return keys(found, false);
    }

    private boolean endsRight(FileHead file, boolean named) {
        return named || file.ends(format.endings());
    }

    /** Tables; where a name such as {@code orders.price} is asked for, columns too. */
    private Set<String> database(FileHead file) {
        if (!file.isSqlite()) {
            return Set.of();
        }
        boolean columns = Stream.of(has, any, not).flatMap(Set::stream).anyMatch(name -> name.contains("."));
        return columns ? file.columns() : file.tables();
    }

    private boolean keys(Set<String> found, boolean named) {
        if (found.isEmpty()) {
            return named;
        }
        return found.containsAll(has)
                && (any.isEmpty() || !Collections.disjoint(any, found))
                && Collections.disjoint(not, found);
    }

    private static Set<String> header(FileHead file) {
        return file.text()
                .lines()
                .findFirst()
                .map(line -> Set.copyOf(CsvReader.fields(line).stream()
                        .map(CsvKind::word)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList()))
                .orElse(Set.of());
    }

    private boolean beginsRecord(FileHead file) {
        return file.text().lines().limit(LOG_LINES).anyMatch(line -> lines.stream()
                .anyMatch(form -> form.matcher(line).matches()));
    }
}
