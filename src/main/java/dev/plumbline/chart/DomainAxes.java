package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Categories;
import dev.plumbline.chart.Chart.Shade;
import dev.plumbline.chart.Chart.Times;
import java.text.SimpleDateFormat;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickMarkPosition;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;

/** The x axis of a chart in JFreeChart's words. JFreeChart counts milliseconds where we count microseconds. */
final class DomainAxes {

    private static final double HOUR = 3_600e6;

    private DomainAxes() {}

    static ValueAxis of(Chart chart, Sheet sheet) {
        int ticks = sheet.ticks();
        double[] ends = ends(chart);
        if (chart.x() instanceof Times times) {
            return dates(times.zone(), ends[0], ends[1], ticks, BarWidth.of(chart) > 0);
        }
        if (chart.x() instanceof Categories categories) {
            String[] labels = categories.labels().stream()
                    .map(label -> PlainText.line(label, 24))
                    .toArray(String[]::new);
            SymbolAxis axis = new SymbolAxis("", labels);
            axis.setGridBandsVisible(false);
            axis.setRange(ends[0], ends[1]);
            if (sheet.isNarrow()) {
                axis.setTickUnit(new NumberTickUnit(every(labels, sheet)));
            }
            return axis;
        }
        return numbers((Chart.Numbers) chart.x(), ends[0], ends[1], ticks);
    }

    /** Each, each second … name, as there is room for beside the names of the rows. */
    private static int every(String[] names, Sheet sheet) {
        int longest = Arrays.stream(names).mapToInt(String::length).max().orElse(1);
        return Math.max(1, (int) Math.ceil(names.length * (7.0 * longest + 8) / (sheet.width() - 68)));
    }

    /** From where to where x runs: all points, whole bars, all shades. */
    static double[] ends(Chart chart) {
        if (chart.x() instanceof Categories categories) {
            return new double[] {-0.6, Math.max(0, categories.labels().size() - 1) + 0.6};
        }
        double half = BarWidth.of(chart) / 2;
        double[] ends = DoubleStream.concat(
                        chart.panels().stream()
                                .flatMap(panel -> panel.series().stream())
                                .flatMapToDouble(series -> series instanceof Chart.Spans spans
                                        ? DoubleStream.concat(Arrays.stream(spans.x()), Arrays.stream(spans.until()))
                                        : Arrays.stream(series.x()))
                                .flatMap(x -> DoubleStream.of(x - half, x + half)),
                        chart.shades().stream().flatMapToDouble(s -> DoubleStream.of(s.from(), s.to())))
                .filter(Double::isFinite)
                .toArray();
        double low = Arrays.stream(ends).min().orElse(0);
        double high = Arrays.stream(ends).max().orElse(1);
        boolean times = chart.x() instanceof Times;
        double air = high > low ? (times ? 0 : (high - low) * 0.02) : times ? HOUR : 0.5;
        return new double[] {low - air, high + air};
    }

    private static ValueAxis numbers(Chart.Numbers x, double low, double high, int ticks) {
        NumberAxis axis = new NumberAxis(PlainText.line(x.label(), 80));
        double step = Scale.nice((high - low) / ticks);
        axis.setRange(low, high);
        axis.setTickUnit(new NumberTickUnit(step));
        axis.setNumberFormatOverride(NumberWords.axis(x.format(), step));
        return axis;
    }

    private static ValueAxis dates(ZoneId zone, double low, double high, int ticks, boolean bars) {
        TimeZone shown = TimeZone.getTimeZone(zone);
        DateAxis axis = new DateAxis("", shown, Locale.ENGLISH);
        axis.setRange(Math.floor(low / 1e3), Math.ceil(high / 1e3));
        double hours = (high - low) / HOUR / ticks;
        SimpleDateFormat format = new SimpleDateFormat(
                hours > 24 * 20
                        ? "MMM yyyy"
                        : hours > 12 ? "d MMM" : high - low > 1.5 * 24 * HOUR ? "d MMM HH:mm" : "HH:mm",
                Locale.ENGLISH);
        format.setTimeZone(shown);
        axis.setTickUnit(unit(hours, format));
        axis.setTickMarkPosition(bars ? DateTickMarkPosition.MIDDLE : DateTickMarkPosition.START);
        return axis;
    }

    private static DateTickUnit unit(double hours, SimpleDateFormat format) {
        for (int step : new int[] {1, 2, 3, 6, 12}) {
            if (hours <= step) {
                return new DateTickUnit(DateTickUnitType.HOUR, step, format);
            }
        }
        for (int step : new int[] {1, 2, 3, 4, 5, 7, 10, 14, 20}) {
            if (hours <= step * 24) {
                return new DateTickUnit(DateTickUnitType.DAY, step, format);
            }
        }
        for (int step : new int[] {1, 2, 3, 6}) {
            if (hours <= step * 24 * 31) {
                return new DateTickUnit(DateTickUnitType.MONTH, step, format);
            }
        }
        int years = (int) Math.ceil(hours / 24 / 365);
        return new DateTickUnit(DateTickUnitType.YEAR, years, format);
    }

    /** Shades in JFreeChart's unit. */
    static double x(Chart chart, double x) {
        return chart.x() instanceof Times ? x / 1e3 : x;
    }

    static boolean labelled(Chart chart) {
        return chart.shades().stream().map(Shade::label).anyMatch(label -> !label.isEmpty());
    }
}
