package dev.plumbline.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Columns that say the same in every row, most of them nothing: a part of millions of rows leaves them out and the
 * manifest tells them. Writing them would cost more than all that differs.
 */
final class Constants {

    private static final int SAMPLE = 2_000;
    private static final Set<String> NEVER = Set.of("id", "time", "time_us", "day", "weekday", "import_id");
    private static final Set<String> WRITTEN = Set.of("VARCHAR", "INTEGER");

    private Constants() {}

    /** The columns of a view over millions of rows that say the same in each, with what they say. */
    static Map<String, @Nullable String> of(Connection connection, Schema.Table table, String view) {
        Map<Schema.Column, @Nullable String> likely = inFirstRows(connection, table, view);
        if (likely.isEmpty()) {
            return Map.of();
        }
        Map<String, String> other = new LinkedHashMap<>();
        likely.forEach((column, value) -> other.put(
                column.name(), DuckDb.identifier(column.name()) + " IS DISTINCT FROM " + literal(column, value)));
        // one condition for all is much cheaper to look at than one each, and nearly always answers for all
        boolean all = Store.select(
                        connection,
                        "columns of one value",
                        "SELECT 1 AS n FROM " + view + " WHERE " + String.join(" OR ", other.values()) + " LIMIT 1")
                .isEmpty();
        Map<String, @Nullable String> constants = new TreeMap<>();
        Rows counts = all
                ? null
                : Store.select(
                        connection,
                        "columns of one value",
                        "SELECT "
                                + other.entrySet().stream()
                                        .map(column -> "COUNT(*) FILTER (" + column.getValue() + ") AS "
                                                + DuckDb.identifier(column.getKey()))
                                        .collect(Collectors.joining(", "))
                                + " FROM " + view);
        likely.forEach((column, value) -> {
            if (counts == null || counts.doubles(column.name())[0] == 0) {
                constants.put(column.name(), value);
            }
        });
        return Collections.unmodifiableMap(constants);
    }

    private static Map<Schema.Column, @Nullable String> inFirstRows(
            Connection connection, Schema.Table table, String view) {
        List<Schema.Column> columns = table.columns().stream()
                .filter(column -> !NEVER.contains(column.name()))
                .toList();
        String looks = columns.stream()
                .map(column -> {
                    String name = DuckDb.identifier(column.name());
                    return "COUNT(" + name + ") AS " + DuckDb.identifier("known " + column.name()) + ", COUNT(DISTINCT "
                            + name + ") AS " + DuckDb.identifier("kinds " + column.name()) + ", CAST(MIN(" + name
                            + ") AS VARCHAR) AS " + name;
                })
                .collect(Collectors.joining(", "));
        Rows first = Store.select(
                connection,
                "the first rows",
                "SELECT COUNT(*) AS \"all rows\", " + looks + " FROM (SELECT * FROM " + view + " LIMIT " + SAMPLE
                        + ")");
        double all = first.doubles("all rows")[0];
        Map<Schema.Column, @Nullable String> likely = new LinkedHashMap<>();
        for (Schema.Column column : columns) {
            double known = first.doubles("known " + column.name())[0];
            if (known == 0) {
                likely.put(column, null);
            } else if (known == all
                    && first.doubles("kinds " + column.name())[0] == 1
                    && WRITTEN.contains(type(column))) {
                likely.put(column, first.texts(column.name())[0]);
            }
        }
        return likely;
    }

    /** A query for all columns of a table over parts that leave out the same ones. */
    static String select(Schema.Table table, Map<String, @Nullable String> constants, List<Path> parts) {
        return "SELECT "
                + table.columns().stream()
                        .map(column -> constants.containsKey(column.name())
                                ? literal(column, constants.get(column.name())) + " AS "
                                        + DuckDb.identifier(column.name())
                                : DuckDb.identifier(column.name()))
                        .collect(Collectors.joining(", "))
                + " FROM read_parquet(" + DuckDb.files(parts) + ")";
    }

    /** The same over parts of another schema: the columns that they have, and those they leave out. */
    static String selectOlder(Schema.Table table, Map<String, @Nullable String> constants, List<Path> parts) {
        return "SELECT *"
                + table.columns().stream()
                        .filter(column -> constants.containsKey(column.name()))
                        .map(column -> ", " + literal(column, constants.get(column.name())) + " AS "
                                + DuckDb.identifier(column.name()))
                        .collect(Collectors.joining())
                + " FROM read_parquet(" + DuckDb.files(parts) + ", union_by_name=true)";
    }

    private static String literal(Schema.Column column, @Nullable String value) {
        return "CAST(" + (value == null ? "NULL" : DuckDb.literal(value)) + " AS " + type(column) + ")";
    }

    private static String type(Schema.Column column) {
        return column.type().replace(" NOT NULL", "");
    }
}
