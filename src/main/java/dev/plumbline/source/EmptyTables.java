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
 * Tables of {@code raw} that the files left empty. A query that inserts rows of such tables alone inserts none: it need not
 * run, and planning the dozens of queries of a system costs more than the rows of a small import. What it would have filled
 * stays as empty as it was.
 */
final class EmptyTables {

    private static final Pattern INSERTS = Pattern.compile("(?:--[^\\n]*\\n)*INSERT INTO (?:staged|raw)\\.\\w+");
    /** A query that asks what cannot be used. An aggregate has a row even where there is none to count. */
    private static final Pattern ASKS = Pattern.compile("(?:--[^\\n]*\\n)*SELECT\\b");

    private static final Pattern AGGREGATES = Pattern.compile(
            "(?i)\\b(count|sum|min|max|avg|any_value|first|last|list|string_agg|bool_and|bool_or|arg_min|arg_max)\\(");
    /** A name with a parenthesis after it is a macro. */
    private static final Pattern READS = Pattern.compile("\\b(raw|staged|stored)\\.(\\w+)\\b(?!\\()");

    private static final Pattern FILLS = Pattern.compile("\\b(?:INTO|TABLE|UPDATE) raw\\.(\\w+)");
    /** What every query may look at beside the files' tables. */
    private static final Set<String> BESIDE = Set.of("told", "files_read");

    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> empty = new HashSet<>();

    private EmptyTables() {}

    /**
     * @param queries that run on the tables, each asked for in this order
     * @param others  those of them that may run at other times, too: what they fill counts as filled from the beginning
     */
    static EmptyTables of(Staging staging, List<String> queries, List<String> others) {
        EmptyTables tables = new EmptyTables();
        tables.empty.addAll(List.of(staging.select(
                        "empty tables",
                        "SELECT table_name AS name FROM duckdb_tables() WHERE database_name = current_database()"
                                + " AND schema_name = 'raw' AND estimated_size = 0")
                .texts("name")));
        queries.forEach(query -> tables.texts.put(query, staging.text(query)));
        others.forEach(tables::filled);
        return tables;
    }

    /** Whether all that a query inserts or finds would come from empty tables, so that it need not run; otherwise it runs now. */
    boolean feed(String query) {
        boolean fed = feedsAlone(texts.getOrDefault(query, ""));
        if (!fed) {
            filled(query);
        }
        return fed;
    }

    private void filled(String query) {
        for (Matcher fills = FILLS.matcher(texts.getOrDefault(query, "")); fills.find(); ) {
            empty.remove(fills.group(1));
        }
    }

    private boolean feedsAlone(String text) {
        Matcher inserts = INSERTS.matcher(text);
        boolean asks =
                ASKS.matcher(text).lookingAt() && !AGGREGATES.matcher(text).find();
        if (!(inserts.lookingAt() || asks) || text.contains(";\n")) {
            return false;
        }
        boolean some = false;
        for (Matcher reads = READS.matcher(text).region(asks ? 0 : inserts.end(), text.length()); reads.find(); ) {
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
