package dev.plumbline.source;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Tables of a SQLite file copied into tables of {@code raw} that exist already and say which columns are wanted. A
 * wanted column that the file lacks stays NULL. SQLite lets any value stand in any column, so a column takes the type
 * of what it holds: BIGINT, DOUBLE, or VARCHAR where text is among it. A wanted {@code rowid} is SQLite's own.
 */
final class SqliteCopy {

    private final Connection source;
    private final Staging staging;
    private final boolean asText;

    SqliteCopy(SqliteSnapshot snapshot, Staging staging) {
        this(snapshot, staging, false);
    }

    /** @param asText whether all columns are VARCHAR, whatever they hold */
    SqliteCopy(SqliteSnapshot snapshot, Staging staging, boolean asText) {
        this.source = snapshot.connection();
        this.staging = staging;
        this.asText = asText;
    }

    /**
     * Copies one table.
     *
     * @return columns that the file has and nobody wants
     * @throws SqliteUnreadable when the file breaks off or is damaged
     */
    List<String> table(String name) {
        try {
            Map<String, String> there = columns(name);
            List<String> wanted = wanted(name);
            List<String> shared = wanted.stream().filter(there::containsKey).toList();
            List<String> types = types(name, shared.stream().map(there::get).toList());
            for (int i = 0; i < shared.size(); i++) {
                DuckDb.execute(
                        staging.connection(),
                        "typing " + name,
                        "ALTER TABLE raw." + DuckDb.identifier(name) + " ALTER COLUMN "
                                + DuckDb.identifier(shared.get(i)) + " TYPE " + types.get(i));
            }
            copy(
                    name,
                    wanted,
                    there,
                    wanted.stream()
                            .map(column -> shared.contains(column) ? types.get(shared.indexOf(column)) : "")
                            .toList());
            return there.keySet().stream()
                    .filter(column -> !wanted.contains(column) && !column.equals("rowid"))
                    .toList();
        } catch (SQLException e) {
            throw SqliteUnreadable.because(e);
        }
    }

    /** Columns of the file by their lower-case name, quoted as the file writes them. */
    private Map<String, String> columns(String table) throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        try (Statement statement = source.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT name FROM pragma_table_info(" + DuckDb.literal(table) + ")")) {
            while (rows.next()) {
                names.put(rows.getString(1).toLowerCase(Locale.ROOT), DuckDb.identifier(rows.getString(1)));
            }
        }
        if (hasRowid(table)) {
            names.putIfAbsent("rowid", "rowid");
        }
        return names;
    }

    private boolean hasRowid(String table) throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT wr = 0 AND type = 'table' FROM pragma_table_list WHERE name = "
                                + DuckDb.literal(table) + " COLLATE NOCASE")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private List<String> wanted(String table) {
        Rows rows = staging.select(
                "columns of raw." + table,
                "SELECT column_name FROM duckdb_columns() WHERE schema_name = 'raw' AND table_name = ? ORDER BY column_index",
                table);
        return List.of(rows.texts("column_name"));
    }

    /** Bits of what a column holds: 1 integers, 2 reals, 4 text or blobs. */
    private List<String> types(String table, List<String> columns) throws SQLException {
        if (columns.isEmpty() || asText) {
            return columns.stream().map(column -> "VARCHAR").toList();
        }
        List<String> counts = new ArrayList<>();
        for (String column : columns) {
            counts.add("MAX(typeof(" + column + ") = 'integer') + 2 * MAX(typeof(" + column
                    + ") = 'real') + 4 * MAX(typeof(" + column + ") IN ('text', 'blob'))");
        }
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT " + String.join(", ", counts) + " FROM " + DuckDb.identifier(table))) {
            row.next();
            List<String> types = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                types.add(
                        switch (row.getInt(i)) {
                            case 1 -> "BIGINT";
                            case 2, 3 -> "DOUBLE";
                            default -> "VARCHAR";
                        });
            }
            return types;
        }
    }

    private void copy(String table, List<String> wanted, Map<String, String> there, List<String> types)
            throws SQLException {
        String columns = String.join(
                ", ",
                wanted.stream()
                        .map(column -> there.getOrDefault(column, "NULL"))
                        .toList());
        String[] kinds = types.toArray(String[]::new);
        try (Statement statement = source.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + columns + " FROM " + DuckDb.identifier(table));
                DuckDBAppender to = staging.appender(table)) {
            while (rows.next()) {
                to.beginRow();
                for (int i = 0; i < kinds.length; i++) {
                    append(to, rows.getObject(i + 1), kinds[i]);
                }
                to.endRow();
            }
        }
    }

    private static void append(DuckDBAppender to, @Nullable Object value, String type) throws SQLException {
        if (value == null) {
            to.appendNull();
        } else if (type.equals("BIGINT") && value instanceof Number number) {
            to.append(number.longValue());
        } else if (type.equals("DOUBLE") && value instanceof Number number) {
            to.append(number.doubleValue());
        } else if (value instanceof byte[] blob) {
            to.append("blob of " + blob.length + " bytes");
        } else {
            to.append(value.toString());
        }
    }
}
