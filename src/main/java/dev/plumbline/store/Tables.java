package dev.plumbline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Query results as Tablesaw tables, to look at in notebooks. Tablesaw's own {@code Table.read().db} loses decimals and
 * fails on some types, so the columns are filled here.
 */
public final class Tables {

    private Tables() {}

    /** A query file of the store, its parameters bound to its {@code ?} in order. */
    public static Table query(Store store, String name, @Nullable Object... parameters) {
        return read(store, name, store.queries().text(name), parameters);
    }

    /** A query given as text. */
    public static Table select(Store store, String sql, @Nullable Object... parameters) {
        return read(store, "query", sql, parameters);
    }

    private static Table read(Store store, String name, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            DuckDb.bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                return table(name, result);
            }
        } catch (SQLException e) {
            throw new QueryFailed(name, e);
        }
    }

    private static Table table(String name, ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<Column<?>> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(column(meta.getColumnLabel(i), meta.getColumnTypeName(i)));
        }
        while (result.next()) {
            for (int i = 0; i < columns.size(); i++) {
                append(columns.get(i), result, i + 1);
            }
        }
        return Table.create(name, columns);
    }

    private static Column<?> column(String label, String type) {
        return switch (type) {
            case "DOUBLE", "FLOAT" -> DoubleColumn.create(label);
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UINTEGER", "UBIGINT" -> LongColumn.create(label);
            case "BOOLEAN" -> BooleanColumn.create(label);
            case "DATE" -> DateColumn.create(label);
            case "TIMESTAMP" -> DateTimeColumn.create(label);
            default ->
                type.startsWith("DECIMAL") || type.equals("HUGEINT")
                        ? DoubleColumn.create(label)
                        : StringColumn.create(label);
        };
    }

    private static void append(Column<?> column, ResultSet result, int index) throws SQLException {
        Object value = result.getObject(index);
        if (value == null) {
            column.appendMissing();
        } else if (column instanceof DoubleColumn numbers) {
            numbers.append(result.getDouble(index));
        } else if (column instanceof LongColumn numbers) {
            numbers.append(result.getLong(index));
        } else if (column instanceof BooleanColumn flags) {
            flags.append(result.getBoolean(index));
        } else if (column instanceof DateColumn dates) {
            dates.append(result.getObject(index, LocalDate.class));
        } else if (column instanceof DateTimeColumn times) {
            times.append(result.getObject(index, LocalDateTime.class));
        } else if (column instanceof StringColumn texts) {
            texts.append(value.toString());
        }
    }
}
