package dev.plumbline.report;

import dev.plumbline.baseline.Verdict;
import dev.plumbline.chart.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table of text, each cell cut to a length that a page can bear. */
public record TableView(String caption, List<Block.DataTable.Column> columns, List<List<Cell>> rows) {

    private static final int CELL = 400;

    /** What heads a row is not broken up to this length. */
    private static final int SHORT = 24;

    /** Letters that a long text is not squeezed below. */
    private static final int LONG = 25;

    /** A value or a time is not broken up to this length. */
    private static final int VALUE = 16;

    /** In pixels, about: a letter, what surrounds a cell, and what a phone shows. */
    private static final double LETTER = 7.5;

    private static final int PADDING = 20;
    private static final int PHONE = 358;

    /** A cell and how it stands: {@code v} in a verdict's colour, {@code num} to the right, {@code whole} on one line, {@code long} not squeezed. */
    public record Cell(String text, String style) {

        /** Letters that stay on one line. */
        int least() {
            return style.startsWith("text") && !style.endsWith("whole")
                    ? Math.max(style.endsWith("long") ? LONG : 0, Math.min(SHORT, word(text)))
                    : text.length();
        }

        static Cell of(String text, boolean numeric, boolean heads) {
            boolean value = text.length() <= VALUE && text.chars().anyMatch(Character::isDigit);
            if (numeric) {
                return new Cell(text, "num");
            }
            for (Verdict verdict : Verdict.values()) {
                if (text.equals(verdict.glyph() + " " + verdict.word())) {
                    return new Cell(text, "v " + Tones.of(verdict));
                }
            }
            return new Cell(
                    text,
                    value || (heads && text.length() <= SHORT)
                            ? "text whole"
                            : text.length() > SHORT ? "text long" : "text");
        }
    }

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

    /** Whether it is wider than a phone, so that it must be reached by keyboard to be scrolled. */
    public boolean scrolls() {
        double width = 0;
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            int longest = Math.max(
                    word(columns.get(i).name()),
                    rows.stream()
                            .filter(row -> column < row.size())
                            .mapToInt(row -> row.get(column).least())
                            .max()
                            .orElse(0));
            width += longest * LETTER + PADDING;
        }
        return width > PHONE;
    }

    /** What it is called where nobody sees it: its caption, or its columns. */
    public String name() {
        String columnNames = columns.stream().map(Block.DataTable.Column::name).collect(Collectors.joining(", "));
        return PlainText.line(caption.isEmpty() ? "Table: " + columnNames : caption, 120);
    }

    private static int word(String text) {
        return Arrays.stream(text.split("\\s+", -1))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static List<Cell> cells(List<String> row, List<Block.DataTable.Column> columns) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String text = PlainText.line(row.get(i), CELL);
            cells.add(Cell.of(text, i < columns.size() && columns.get(i).numeric(), i == 0));
        }
        return cells;
    }
}
