package dev.plumbline.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One kind of file that a system writes, as its {@code source.yaml} describes it: how it is recognised, and which tables
 * of {@code raw} its content goes to.
 *
 * @param names  patterns of file names, one of which must fit; none where any name will do
 * @param format how it is written
 * @param has    keys, columns or tables that all must be there
 * @param any    of these at least one must be there; none where that is not asked
 * @param not    of these none may be there
 * @param table  of {@code raw}, for formats whose rows go to one table; empty for databases
 * @param json   what the JSON is, where it is one
 * @param tables of a database: each one read, with what is not available without it
 * @param schema of a PostgreSQL database, such as {@code monitoring}; empty for the default one
 * @param lines  how a record of a log begins, tried in order: named groups are columns of the table
 * @param local  whether times without an offset are local times of the bot; otherwise they are UTC
 */
record FileKind(
        List<Pattern> names,
        Format format,
        Set<String> has,
        Set<String> any,
        Set<String> not,
        String table,
        Optional<JsonShape> json,
        Map<String, String> tables,
        String schema,
        List<Pattern> lines,
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

    /** Whether a file of this name may be of this kind. */
    boolean mayBe(String name) {
        return names.isEmpty()
                || names.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** Whether the name is all that is asked of a file, besides what it must not hold. */
    boolean asksForNameOnly() {
        return !names.isEmpty() && has.isEmpty() && any.isEmpty();
    }

    /** Whether a file is of this kind. One whose bytes say nothing, such as an empty one, is taken by a name alone. */
    boolean fits(FileHead file) {
        boolean named =
                names.stream().anyMatch(name -> name.matcher(file.name()).matches());
        if (!names.isEmpty() && !named) {
            return false;
        }
        return switch (format) {
            case JSON, JSONL -> endsRight(file, named) && keys(file.json().keys(), named);
            case CSV -> endsRight(file, named) && keys(header(file), named);
            case DATABASE -> keys(file.tables(), named);
            case LOG -> endsRight(file, named) && (file.bytes().length == 0 ? named : beginsRecord(file));
            case PROMETHEUS -> endsRight(file, named) && PrometheusText.looksLike(file.bytes(), has, any);
            case PARQUET -> endsRight(file, named) && keys(ParquetColumns.of(file.path()), false);
        };
    }

    private boolean endsRight(FileHead file, boolean named) {
        return named || format.endings().stream().anyMatch(file::ends);
    }

    private boolean keys(Set<String> found, boolean named) {
        if (found.isEmpty()) {
            return named;
        }
        return found.containsAll(has)
                && (any.isEmpty() || any.stream().anyMatch(found::contains))
                && not.stream().noneMatch(found::contains);
    }

    private static Set<String> header(FileHead file) {
        return firstLine(file.bytes())
                .map(line -> Set.copyOf(CsvReader.fields(line).stream()
                        .map(CsvKind::word)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList()))
                .orElse(Set.of());
    }

    private boolean beginsRecord(FileHead file) {
        return text(file.bytes()).lines().limit(LOG_LINES).anyMatch(line -> lines.stream()
                .anyMatch(form -> form.matcher(line).matches()));
    }

    private static Optional<String> firstLine(byte[] head) {
        return text(head).lines().findFirst();
    }

    private static String text(byte[] head) {
        boolean marked = head.length >= 3 && (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb;
        return new String(marked ? Arrays.copyOfRange(head, 3, head.length) : head, StandardCharsets.UTF_8);
    }
}
