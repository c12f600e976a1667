package dev.plumbline.notebook;

import dev.plumbline.chart.Chart;
import dev.plumbline.metric.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A chart in a terminal: a line of blocks a series, with its range and its last value. */
final class Sparklines {

    private static final String LEVELS = "▁▂▃▄▅▆▇█";
    private static final int WIDTH = 60;

    private Sparklines() {}

    static String of(Chart chart, int room) {
        int blocks = Math.max(8, Math.min(WIDTH, room - 48));
        List<List<String>> rows = new ArrayList<>();
        for (Chart.Panel panel : chart.panels()) {
            for (Chart.Series series : panel.series()) {
                double[] y =
                        Arrays.stream(values(series)).filter(Double::isFinite).toArray();
                // a single point is a remark on the picture
                if (y.length > 1) {
                    double min = Arrays.stream(y).min().orElseThrow();
                    double max = Arrays.stream(y).max().orElseThrow();
                    rows.add(List.of(
                            series.name().isEmpty() ? panel.label() : series.name(),
                            line(y, min, max, blocks),
                            form(min, panel.format()),
                            form(max, panel.format()),
                            form(y[y.length - 1], panel.format())));
                }
            }
        }
        String title = chart.title().isEmpty() ? chart.caption() : chart.title();
        String lines = Columns.text(
                List.of("", "", "min", "max", "last"), List.of(false, false, true, true, true), rows, room);
        return wrapped(title, room) + "\n" + lines;
    }

    private static String wrapped(String text, int room) {
        StringBuilder lines = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ", -1)) {
            boolean fits = used + 1 + word.length() <= room;
            lines.append(used == 0 ? "" : fits ? " " : "\n").append(word);
            used = (used == 0 ? 0 : fits ? used + 1 : 0) + word.length();
        }
        return lines.toString();
    }

    private static double[] values(Chart.Series series) {
        if (series instanceof Chart.Line line) {
            return line.y();
        }
        if (series instanceof Chart.Area area) {
            return area.y();
        }
        if (series instanceof Chart.Bars bars) {
            return bars.y();
        }
        return series instanceof Chart.Points points ? points.y() : new double[0];
    }

    /** The last value of each of so many equal stretches. */
    private static String line(double[] y, double min, double max, int most) {
        int n = Math.min(most, y.length);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < n; i++) {
            double value = y[(int) ((i + 1L) * y.length / n) - 1];
            int level = max > min ? (int) Math.min(7, (value - min) / (max - min) * 8) : 3;
            line.append(LEVELS.charAt(level));
        }
        return line.toString();
    }

    private static String form(double value, Chart.Format format) {
        return format == Chart.Format.PERCENT ? Unit.SHARE.format(value) : Plain.number(value);
    }
}
