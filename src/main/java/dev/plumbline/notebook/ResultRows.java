package dev.plumbline.notebook;

import dev.plumbline.report.Block;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result set as a table. It is read to its end, which is why a cell's value is rendered when the cell ends. */
final class ResultRows {

    private ResultRows() {}

    static Block of(ResultSet rows) {
        try {
            ResultSetMetaData meta = rows.getMetaData();
            int n = meta.getColumnCount();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= n; i++) {
                names.add(meta.getColumnLabel(i));
            }
            Grid grid = new Grid(names);
            while (rows.next()) {
                if (grid.isFull()) {
                    grid.skip(1);
                } else {
                    grid.add(row(rows, n));
                }
            }
            return grid.block("");
        } catch (SQLException e) {
            throw new IllegalStateException("the result set cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<@Nullable Object> row(ResultSet rows, int n) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            row.add(rows.getObject(i));
        }
        return row;
    }
}
