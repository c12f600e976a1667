package dev.plumbline.store;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a part to be, cut where they are too many to be sorted at once: DuckDB's sorting fails where it may take little
 * memory, although it knows the disk. Each slice becomes a part of its own.
 */
final class Slices {

    /** So many rows are sorted at once; as many as DuckDB keeps together in a table. */
    private static final long ROWS = 122_880;

    private Slices() {}

    /**
     * Conditions that take each row once, about as many with each; an empty one where rows are not cut.
     *
     * @param rows   a query
     * @param column that they are cut by; a row that has nothing there comes first
     * @param most   as many as there may be
     */
    static List<String> of(Connection connection, String rows, String column, long most) {
        return most <= ROWS ? List.of("") : cut(connection, rows, DuckDb.identifier(column));
    }

    private static List<String> cut(Connection connection, String rows, String column) {
        long n = (long) Store.select(connection, "counting", "SELECT COUNT(*) AS n FROM (" + rows + ")")
                .doubles("n")[0];
        long slices = (n + ROWS - 1) / ROWS;
        if (slices < 2) {
            return List.of("");
        }
        String shares = IntStream.range(1, (int) slices)
                .mapToObj(i -> String.valueOf((double) i / slices))
                .collect(Collectors.joining(", ", "[", "]"));
        String[] edges = Store.select(
                        connection,
                        "slices",
                        "SELECT CAST(edge AS VARCHAR) AS edge FROM (SELECT DISTINCT unnest(quantile_disc(" + column
                                + ", " + shares + ")) AS edge FROM (" + rows
                                + ")) WHERE edge IS NOT NULL ORDER BY edge")
                .texts("edge");
        List<String> conditions = new ArrayList<>();
        @Nullable String from = null;
        for (String to : edges) {
            conditions.add(condition(column, from, to));
            from = to;
        }
        conditions.add(condition(column, from, null));
        return conditions;
    }

    private static String condition(String column, @Nullable String from, @Nullable String to) {
        if (from == null) {
            return to == null ? "" : " WHERE " + column + " < " + DuckDb.literal(to) + " OR " + column + " IS NULL";
        }
        return " WHERE " + column + " >= " + DuckDb.literal(from)
                + (to == null ? "" : " AND " + column + " < " + DuckDb.literal(to));
    }
}
