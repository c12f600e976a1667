package dev.plumbline.source;

import dev.plumbline.store.Staging;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables of {@code raw} that the files left empty. A query that stages rows of such tables alone stages none: it need not
 * run, and planning the dozens of queries of a system costs more than the rows of a small import.
 */
final class EmptyTables {

    private static final Pattern STAGES = Pattern.compile("(?:--[^\\n]*\\n)*INSERT INTO staged\\.");
    /** A name with a parenthesis after it is a macro. */
    private static final Pattern READS = Pattern.compile("\\b(raw|staged|stored)\\.(\\w+)\\b(?!\\()");

    private static final Pattern FILLS = Pattern.compile("\\b(?:INTO|TABLE|UPDATE) raw\\.(\\w+)");
    /** What every query may look at beside the files' tables. */
    private static final Set<String> BESIDE = Set.of("told", "files_read");

    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> empty = new HashSet<>();

    private EmptyTables() {}

    /** @param queries that run on the tables; those that fill tables themselves fill them as they run */
    static EmptyTables of(Staging staging, List<String> queries) {
        EmptyTables tables = new EmptyTables();
        tables.empty.addAll(List.of(staging.select(
                        "empty tables",
                        "SELECT table_name AS name FROM duckdb_tables() WHERE schema_name = 'raw' AND estimated_size = 0")
                .texts("name")));
        for (String query : queries) {
            String text = staging.text(query);
            tables.texts.put(query, text);
            for (Matcher fills = FILLS.matcher(text); fills.find(); ) {
                tables.empty.remove(fills.group(1));
            }
        }
        return tables;
    }

    /** Whether all that a query stages would come from empty tables. */
    boolean feed(String query) {
        String text = texts.getOrDefault(query, "");
        Matcher stages = STAGES.matcher(text);
        if (!stages.lookingAt()) {
            return false;
        }
        boolean some = false;
        for (Matcher reads = READS.matcher(text).region(stages.end(), text.length()); reads.find(); ) {
            boolean raw = reads.group(1).equals("raw");
            boolean none = raw && empty.contains(reads.group(2));
            if (!none && !(raw && BESIDE.contains(reads.group(2)))) {
                return false;
            }
            some |= none;
        }
        return some;
    }
}
