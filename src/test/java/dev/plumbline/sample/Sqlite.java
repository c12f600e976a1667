package dev.plumbline.sample;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a database file in SQL. */
record Sqlite(Path file) {

    List<List<@Nullable Object>> rows(String sql) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A number from a query that reads another file too, as {@code other}. */
    double attached(Sqlite other, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + other.file().toString().replace("'", "''") + "' AS other");
            try (ResultSet result = statement.executeQuery(sql)) {
                return result.next() ? result.getDouble(1) : Double.NaN;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    double number(String sql) {
        return rows(sql).get(0).get(0) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** Names of the columns of a table, in order, with commas. */
    String columns(String table) {
        return String.join(
                ",",
                rows("SELECT name FROM pragma_table_info('" + table + "')").stream()
                        .map(row -> String.valueOf(row.get(0)))
                        .toList());
    }
}
