package dev.plumbline.report;

import dev.plumbline.chart.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of text, each cell cut to a length that a page can bear. */
public record TableView(String caption, List<Block.DataTable.Column> columns, List<List<Cell>> rows) {

    private static final int CELL = 400;

    /** What heads a row is not broken up to this length. */
    private static final int SHORT = 24;

    /** A cell; {@code numeric} aligns it to the right, {@code whole} keeps it on one line. */
    public record Cell(String text, boolean numeric, boolean whole) {}

    static TableView of(Block.DataTable table) {
        String caption = PlainText.line(table.caption(), 400);
        if (table.total() > table.rows().size()) {
            caption = (Words.sentence(caption)
                            + String.format(
                                    Locale.ROOT,
                                    " The first %,d of %,d rows.",
                                    table.rows().size(),
                                    table.total()))
                    .strip();
        }
        return new TableView(
                caption,
                table.columns().stream()
                        .map(c -> new Block.DataTable.Column(PlainText.line(c.name(), 80), c.numeric()))
                        .toList(),
                table.rows().stream().map(row -> cells(row, table.columns())).toList());
    }

    private static List<Cell> cells(List<String> row, List<Block.DataTable.Column> columns) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String text = PlainText.line(row.get(i), CELL);
            cells.add(new Cell(text, i < columns.size() && columns.get(i).numeric(), i == 0 && text.length() <= SHORT));
        }
        return cells;
    }
}
