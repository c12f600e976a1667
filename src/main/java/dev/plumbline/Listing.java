package dev.plumbline;

import dev.plumbline.model.Period;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Rows of a query as a table of text: names in words, numbers rounded to what they carry, an absent value as a dash. */
record Listing(List<Block.DataTable.Column> columns, List<List<String>> rows, String whenEmpty) implements Showable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ABSENT = "–";

    static Listing of(Rows rows, String whenEmpty) {
        List<Block.DataTable.Column> columns = new ArrayList<>();
        List<String[]> cells = new ArrayList<>();
        for (String name : rows.names()) {
            boolean numeric = rows.isNumeric(name);
            columns.add(new Block.DataTable.Column(name.replace('_', ' '), numeric));
            if (numeric) {
                cells.add(numbers(rows.doubles(name)));
            } else if (rows.isTime(name)) {
                cells.add(Arrays.stream(rows.micros(name))
                        .mapToObj(t -> t == Long.MIN_VALUE ? ABSENT : TIME.format(Period.instant(t)))
                        .toArray(String[]::new));
            } else {
                cells.add(Arrays.stream(rows.texts(name))
                        .map(text -> text.isEmpty() ? ABSENT : text)
                        .toArray(String[]::new));
            }
        }
        List<List<String>> lines = IntStream.range(0, rows.size())
                .mapToObj(i -> cells.stream().map(column -> column[i]).toList())
                .toList();
        return new Listing(columns, lines, whenEmpty);
    }

    /** Whole numbers as such; others with the decimals that four significant digits of the largest need. */
    private static String[] numbers(double[] values) {
        boolean whole = Arrays.stream(values).filter(Double::isFinite).allMatch(v -> v == Math.rint(v));
        double largest = Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        int decimals = whole ? 0 : largest >= 1_000 ? 2 : largest >= 1 ? 4 : 6;
        return Arrays.stream(values)
                .mapToObj(v -> Double.isFinite(v)
                        ? String.format(Locale.ROOT, "%,." + decimals + "f", v).replace('-', '−')
                        : ABSENT)
                .toArray(String[]::new);
    }

    @Override
    public List<Block> blocks() {
        return List.of(
                rows.isEmpty() ? new Block.Prose(whenEmpty) : new Block.DataTable("", columns, rows, rows.size()));
    }

    @Override
    public String toString() {
        return rows.isEmpty()
                ? whenEmpty
                : TextTable.of(
                        columns.stream().map(Block.DataTable.Column::name).toList(),
                        columns.stream().map(Block.DataTable.Column::numeric).toList(),
                        rows);
    }
}
