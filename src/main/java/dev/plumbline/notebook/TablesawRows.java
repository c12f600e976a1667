package dev.plumbline.notebook;

import dev.plumbline.report.Block;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A Tablesaw table as a table of text. Apart from {@link Rendering}, so that Tablesaw is loaded only for its values. */
final class TablesawRows {

    private TablesawRows() {}

    static Block of(Object value) {
        Table table = (Table) value;
        Grid grid = new Grid(table.columnNames());
        int shown = Math.min(table.rowCount(), Grid.MAX_ROWS);
        for (int i = 0; i < shown; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            for (Column<?> column : table.columns()) {
                row.add(column.isMissing(i) ? null : column.get(i));
            }
            grid.add(row);
        }
        grid.skip(table.rowCount() - shown);
        return grid.block(table.name() == null ? "" : table.name());
    }
}
