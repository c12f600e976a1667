package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Categories;
import dev.plumbline.chart.Chart.Spans;
import dev.plumbline.chart.Chart.Times;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The numbers behind a picture. More rows than the limit are shown by day: the last value of each day, of a drawdown the
 * deepest; of more days than the limit, the newest.
 *
 * @param header first what x is, then a column a series
 * @param rows   text, as long as the header
 * @param note   how the rows were chosen; empty when all are there
 */
public record ChartTable(List<String> header, List<List<String>> rows, String note) {

    /** Most rows of a table. */
    public static final int ROWS = 200;

    public ChartTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    public static ChartTable of(Chart chart) {
        if (chart.panels().get(0).series().stream().anyMatch(series -> series instanceof Spans)) {
            return stretches(chart, (Spans) chart.panels().get(0).series().get(0));
        }
        List<ChartColumn> columns = ChartColumn.of(chart);
        boolean daily = chart.x() instanceof Times && isLong(columns);
        NavigableMap<Double, double[]> values = join(chart, columns, daily);
        String note = daily ? "By day: the last value of each, of a drawdown the deepest." : "";
        int all = values.size();
        while (values.size() > ROWS) {
            values.pollFirstEntry();
        }
        if (all > ROWS) {
            note = (note + String.format(Locale.ROOT, " The newest %d of %,d rows.", ROWS, all)).strip();
        }
        boolean dates = daily || BarWidth.of(chart) == Clock.DAY;
        List<List<String>> rows = new ArrayList<>();
        values.forEach((x, numbers) -> {
            List<String> row = new ArrayList<>(List.of(key(chart, x, dates)));
            for (int c = 0; c < numbers.length; c++) {
                row.add(NumberWords.cell(columns.get(c).format(), numbers[c]));
            }
            rows.add(List.copyOf(row));
        });
        List<String> header = new ArrayList<>(List.of(xName(chart, dates)));
        columns.forEach(column -> header.add(PlainText.line(column.name(), 60)));
        return new ChartTable(header, rows, note);
    }

    private static ChartTable stretches(Chart chart, Spans spans) {
        List<List<String>> rows = new ArrayList<>();
        int first = Math.max(0, spans.x().length - ROWS);
        for (int i = first; i < spans.x().length; i++) {
            rows.add(List.of(
                    key(chart, spans.x()[i], false),
                    key(chart, spans.until()[i], false),
                    PlainText.line(spans.rows().get(spans.row()[i]), 60)));
        }
        String note =
                first == 0 ? "" : String.format(Locale.ROOT, "The newest %d of %,d rows.", ROWS, spans.x().length);
        return new ChartTable(
                List.of("from, " + xName(chart, false).replaceFirst("^time, ", ""), "to", "what"), rows, note);
    }

    private static boolean isLong(List<ChartColumn> columns) {
        Set<Double> places = new HashSet<>();
        for (ChartColumn column : columns) {
            for (int i = 0; i < column.x().length && places.size() <= ROWS; i++) {
                places.add(column.x()[i]);
            }
        }
        return places.size() > ROWS;
    }

    /** A row an x, or a day; NaN where a column has nothing there. */
    private static NavigableMap<Double, double[]> join(Chart chart, List<ChartColumn> columns, boolean daily) {
        NavigableMap<Double, double[]> rows = new TreeMap<>();
        for (int c = 0; c < columns.size(); c++) {
            ChartColumn column = columns.get(c);
            Days.Day day = Days.Day.NONE;
            double[] row = {};
            for (int i = 0; i < column.x().length; i++) {
                double x = column.x()[i];
                if (!daily || !day.holds(x)) {
                    day = daily ? Days.Day.of(x, ((Times) chart.x()).zone()) : day;
                    row = rows.computeIfAbsent(daily ? day.middle() : x, unseen -> missing(columns.size()));
                }
                double y = column.y()[i];
                if (!Double.isNaN(y) && !(daily && column.deepest() && y < row[c])) {
                    row[c] = y;
                }
            }
        }
        return rows;
    }

    private static double[] missing(int n) {
        double[] row = new double[n];
        Arrays.fill(row, Double.NaN);
        return row;
    }

    private static String key(Chart chart, double x, boolean dates) {
        if (chart.x() instanceof Times times) {
            return dates ? Clock.date(x, times.zone()) : Clock.minute(x, times.zone());
        }
        if (chart.x() instanceof Categories categories) {
            int at = (int) x;
            boolean named = at == x && at >= 0 && at < categories.labels().size();
            return named ? PlainText.line(categories.labels().get(at), 60) : NumberWords.cell(Chart.Format.NUMBER, x);
        }
        return NumberWords.cell(((Chart.Numbers) chart.x()).format(), x);
    }

    private static String xName(Chart chart, boolean dates) {
        if (chart.x() instanceof Times times) {
            return (dates ? "day, " : "time, ") + Clock.name(times.zone());
        }
        return chart.x() instanceof Chart.Numbers numbers ? PlainText.line(numbers.label(), 60) : "";
    }
}
