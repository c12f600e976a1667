package dev.plumbline.notebook;

import dev.plumbline.report.Block;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows on their way to a table of text: the first 200 are kept, all are counted. */
final class Grid {

    static final int MAX_ROWS = 200;

    private final List<String> names;
    private final boolean[] numeric;
    private final boolean[] seen;
    private final List<List<String>> rows = new ArrayList<>();
    private long total;

    Grid(List<String> names) {
        this.names = List.copyOf(names);
        this.numeric = new boolean[names.size()];
        this.seen = new boolean[names.size()];
    }

    boolean isFull() {
        return rows.size() == MAX_ROWS;
    }

    void add(List<? extends @Nullable Object> row) {
        total++;
        if (isFull()) {
            return;
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i) instanceof Optional<?> optional ? optional.orElse(null) : row.get(i);
            if (value != null) {
                boolean number = value instanceof Number || value instanceof Duration;
                numeric[i] = number && (numeric[i] || !seen[i]);
                seen[i] = true;
            }
            cells.add(Plain.text(value));
        }
        rows.add(cells);
    }

    /** Counts rows that are not shown. */
    void skip(long n) {
        total += n;
    }

    Block block(String caption) {
        List<Block.DataTable.Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new Block.DataTable.Column(names.get(i), numeric[i]));
        }
        return new Block.DataTable(caption, columns, rows, total);
    }
}
