package dev.plumbline.source;

import dev.plumbline.store.DuckDb;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table or view of a PostgreSQL database, and how its values are asked for as text: exact numbers, ISO times with
 * their offset where they have one, arrays and rows as JSON.
 *
 * @param name    in lower case, as it is called in the capture
 * @param from    as it is called there, with its schema
 * @param columns by name in lower case, each with the expression that reads it
 * @param order   columns of the primary key; none where there is no key
 */
record PostgresTable(String name, String from, Map<String, String> columns, List<String> order) {

    PostgresTable {
        columns = new LinkedHashMap<>(columns);
        order = List.copyOf(order);
    }

    /** The tables of a schema, or of the search path where none is named; those that extensions brought are left out. */
    static Map<String, PostgresTable> list(Connection connection, String schema) throws SQLException {
        String sql = """
                SELECT n.nspname, c.relname, a.attname, t.typname, t.typcategory,
                       array_position(i.indkey::int2[], a.attnum) AS place
                FROM pg_class AS c
                JOIN pg_namespace AS n ON n.oid = c.relnamespace
                JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type AS t ON t.oid = a.atttypid
                LEFT JOIN pg_index AS i ON i.indrelid = c.oid AND i.indisprimary
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
                  AND n.nspname = ANY (CASE WHEN ? = '' THEN current_schemas(false) ELSE ARRAY[?::name] END)
                  AND NOT EXISTS (SELECT 1 FROM pg_depend AS d
                                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
                ORDER BY array_position(current_schemas(false), n.nspname), n.nspname, c.relname, a.attnum
                """;
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        Map<String, Map<Integer, String>> keys = new LinkedHashMap<>();
        Map<String, String> from = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            statement.setString(2, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String place = DuckDb.identifier(rows.getString(1)) + "." + DuckDb.identifier(rows.getString(2));
                    String table = rows.getString(2).toLowerCase(Locale.ROOT);
                    // a table of the same name further along the search path is hidden by the first
                    if (!from.computeIfAbsent(table, name -> place).equals(place) || table.startsWith("sqlite_")) {
                        continue;
                    }
                    String column = DuckDb.identifier(rows.getString(3));
                    columns.computeIfAbsent(table, name -> new LinkedHashMap<>())
                            .putIfAbsent(
                                    rows.getString(3).toLowerCase(Locale.ROOT),
                                    text(column, rows.getString(4), rows.getString(5)));
                    int key = rows.getInt(6);
                    if (!rows.wasNull()) {
                        keys.computeIfAbsent(table, name -> new LinkedHashMap<>())
                                .put(key, column);
                    }
                }
            }
        }
        Map<String, PostgresTable> tables = new LinkedHashMap<>();
        columns.forEach((name, fields) -> tables.put(
                name, new PostgresTable(name, from.getOrDefault(name, ""), fields, ordered(keys.get(name)))));
        return tables;
    }

    private static List<String> ordered(@Nullable Map<Integer, String> key) {
        return key == null ? List.of() : new ArrayList<>(new TreeMap<>(key).values());
    }

    private static String text(String column, String type, String category) {
        if (category.equals("A") || category.equals("C")) {
            return "to_json(" + column + ")::text";
        }
        return switch (type) {
            case "timestamp" -> "replace(" + column + "::text, ' ', 'T')";
            case "timestamptz" -> "regexp_replace(replace(" + column + "::text, ' ', 'T'), '\\+00$', '+00:00')";
            case "bool" -> "CASE WHEN " + column + " THEN 'true' WHEN NOT " + column + " THEN 'false' END";
            default -> column + "::text";
        };
    }

    /** A query for all rows, in the order of the key, so that the same rows make the same capture. */
    String select() {
        Collection<String> values = columns.values();
        return "SELECT " + String.join(", ", values) + " FROM " + from
                + (order.isEmpty() ? "" : " ORDER BY " + String.join(", ", order));
    }
}
