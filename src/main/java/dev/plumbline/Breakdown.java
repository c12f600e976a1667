package dev.plumbline;

import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.model.Slice;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A table with the slices or the windows that are compared as rows or columns, and a figure in each cell. */
record Breakdown(String heading, List<String> columns, List<List<String>> rows) implements Showable {

    /** A row a value of the dimension, a column a metric; nothing at all where the window has no such rows. */
    static Breakdown of(Window window, String dimension, List<Metric<?>> metrics) {
        List<String> columns = new ArrayList<>(List.of(dimension));
        List<List<String>> rows = new ArrayList<>();
        for (String value : window.values(metrics.get(0).sample(), dimension)) {
            List<Measurement> cells = metrics.stream()
                    .<Measurement>map(metric -> window.measure(metric, Slice.of(dimension, value)))
                    .toList();
            if (rows.isEmpty()) {
                cells.forEach(cell -> columns.add(cell.metric().title()));
            }
            rows.add(Stream.concat(Stream.of(value), cells.stream().map(Breakdown::cell))
                    .toList());
        }
        return new Breakdown("By " + dimension, columns, rows);
    }

    /** A row a metric, a column a window. */
    static Breakdown of(List<String> names, List<Window> windows, List<Metric<?>> metrics) {
        List<List<String>> rows = new ArrayList<>();
        for (Metric<?> metric : metrics) {
            List<Measurement> cells = windows.stream()
                    .<Measurement>map(window -> window.measure(metric))
                    .toList();
            String title = cells.get(cells.size() - 1).metric().title();
            String reason = cells.get(cells.size() - 1).because().orElse("");
            rows.add(Stream.of(
                            Stream.of(title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1)),
                            cells.stream().map(Breakdown::cell),
                            Stream.of(reason))
                    .flatMap(cell -> cell)
                    .toList());
        }
        boolean explained =
                rows.stream().anyMatch(row -> !row.get(row.size() - 1).isEmpty());
        List<String> columns = new ArrayList<>(List.of(""));
        columns.addAll(names);
        if (explained) {
            columns.add("why not");
        }
        return new Breakdown(
                "",
                columns,
                explained
                        ? rows
                        : rows.stream()
                                .map(row -> row.subList(0, row.size() - 1))
                                .toList());
    }

    /** The same table with a row before and a row after its own; what they lack at the end stays empty. */
    Breakdown between(Optional<List<String>> first, Optional<List<String>> last) {
        List<List<String>> all = new ArrayList<>();
        first.ifPresent(row -> all.add(filled(row)));
        all.addAll(rows);
        last.ifPresent(row -> all.add(filled(row)));
        return new Breakdown(heading, columns, all);
    }

    private List<String> filled(List<String> row) {
        List<String> cells = new ArrayList<>(row);
        while (cells.size() < columns.size()) {
            cells.add("");
        }
        return cells;
    }

    private static String cell(Measurement measured) {
        if (!measured.isDefined()) {
            return "–";
        }
        return measured.text()
                + measured.interval().map(i -> " [" + range(measured, i) + "]").orElse("");
    }

    private static String range(Measurement measured, Interval interval) {
        return measured.metric().unit().format(interval.low()).replace(" %", "") + ", "
                + measured.metric().unit().format(interval.high()).replace(" %", "");
    }

    private List<Block.DataTable.Column> heads() {
        List<Block.DataTable.Column> heads = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            heads.add(new Block.DataTable.Column(
                    columns.get(i), i > 0 && !columns.get(i).equals("why not")));
        }
        return heads;
    }

    @Override
    public List<Block> blocks() {
        if (rows.isEmpty()) {
            return List.of();
        }
        Block table = new Block.DataTable(
                heading.isEmpty() ? "" : "In brackets the 95 % interval.", heads(), rows, rows.size());
        return heading.isEmpty() ? List.of(table) : List.of(new Block.Heading(3, heading), table);
    }

    @Override
    public String toString() {
        return TextTable.of(
                columns, heads().stream().map(Block.DataTable.Column::numeric).toList(), rows);
    }
}
