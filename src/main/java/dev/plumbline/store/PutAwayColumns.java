package dev.plumbline.store;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of rows that are put away: those that a query gives, with what {@link Staging#complete} would fill in, and those
 * that say the same in every row whatever the query finds, which are not written at all.
 *
 * @param constants what every row says
 * @param select    the columns as expressions over the query's rows, called r
 * @param symbols   whether the rows have symbols
 */
record PutAwayColumns(Map<String, @Nullable String> constants, String select, boolean symbols) {

    /**
     * @param given the query's columns
     * @param lot   the records that it reads
     */
    static PutAwayColumns of(Schema.Table table, Set<String> given, Lot lot, ImportOptions options, long importId) {
        Map<String, @Nullable String> constants = new TreeMap<>();
        for (String column : table.columnNames()) {
            constants.put(column, null);
        }
        String agent = options.agent().orElse("unnamed");
        constants.put("system", options.system());
        constants.put("agent", agent);
        constants.put("account", options.account().orElse(agent));
        constants.put("exchange", options.exchange().orElse(null));
        constants.put("environment", options.environment().orElse("unknown"));
        constants.put("import_id", Long.toString(importId));
        Map<String, String> values = new HashMap<>();
        given.forEach(column -> values.put(column, otherwise("r." + DuckDb.identifier(column), constants.get(column))));
        values.put("time_us", "epoch_us(r.time)");
        values.put("day", "CAST(r.time AS DATE)");
        values.put("weekday", "isodow(r.time)");
        if (given.contains("symbol_written")) {
            values.put("symbol", "s.canonical");
        }
        if (given.contains("agent") && options.account().isEmpty()) {
            values.put(
                    "account",
                    given.contains("account")
                            ? "COALESCE(r.account, " + values.get("agent") + ")"
                            : values.get("agent"));
        }
        Optional<String> file = lot.file().filter(path -> given.contains("file"));
        if (file.isPresent()) {
            values.remove("file");
            constants.put("file", file.get());
        }
        constants.keySet().removeAll(values.keySet());
        String select = table.columns().stream()
                .filter(column -> values.containsKey(column.name()))
                .map(column -> "CAST(" + values.get(column.name()) + " AS "
                        + column.type().replace(" NOT NULL", "") + ") AS " + DuckDb.identifier(column.name()))
                .collect(Collectors.joining(", "));
        return new PutAwayColumns(Collections.unmodifiableMap(constants), select, given.contains("symbol_written"));
    }

    /** The rows of a query, called r. */
    String select(String query) {
        return "SELECT " + select + " FROM (" + query + ") AS r"
                + (symbols ? " LEFT JOIN raw.away_symbols AS s ON r.symbol_written = s.written" : "");
    }

    private static String otherwise(String value, @Nullable String constant) {
        return constant == null ? value : "COALESCE(" + value + ", " + DuckDb.literal(constant) + ")";
    }
}
