package dev.plumbline.cli;

import dev.plumbline.FileTables;
import dev.plumbline.TextTable;
import dev.plumbline.metric.DrawdownTable;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.MonthTable;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Rolling;
import dev.plumbline.metric.Unit;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What a file says over time, for people: of a moving window where it stands and how far it went, months, drawdowns. */
final class MetricsTables {

    /** Years beside each other in 80 columns. */
    private static final int YEARS = 6;

    private MetricsTables() {}

    /** Empty where nothing was asked for. */
    static String text(FileTables tables, int width) {
        StringBuilder text = new StringBuilder();
        if (!tables.because().isEmpty()) {
            text.append('\n').append(Wrapped.lines("no tables: " + tables.because(), "  ", width));
        }
        tables.rolling().ifPresent(moving -> rolling(text, moving, width));
        tables.calendar().ifPresent(months -> calendar(text, months));
        tables.drawdowns().ifPresent(stays -> drawdowns(text, stays, width));
        return text.toString();
    }

    private static void rolling(StringBuilder text, FileTables.Moving moving, int width) {
        List<List<String>> rows = new ArrayList<>();
        String undefined = "";
        for (Map.Entry<Metric<?>, List<Rolling.Point>> each : moving.points().entrySet()) {
            List<Rolling.Point> points = each.getValue();
            List<Rolling.Point> known = points.stream()
                    .filter(point -> point.result() instanceof Result.Value)
                    .toList();
            if (known.size() < points.size()
                    && points.get(points.size() - 1).result() instanceof Result.Undefined none) {
                undefined = each.getKey().id() + " is undefined now: " + none.because();
            }
            rows.add(row(each.getKey(), points, known));
        }
        int n = moving.points().values().stream().mapToInt(List::size).max().orElse(0);
        String head = String.format(
                Locale.ROOT,
                "over %,d %s, %,d %s%s",
                moving.window(),
                moving.of(),
                n,
                n == 1 ? "window" : "windows",
                moving.step() == 1 ? "" : String.format(Locale.ROOT, ", each %,d on", moving.step()));
        text.append('\n').append(Wrapped.lines(head, "  ", width));
        if (n == 0) {
            text.append("fewer ").append(moving.of()).append(" than the window has\n");
            return;
        }
        text.append(TextTable.of(
                        List.of("metric", "last", "lowest", "until", "highest", "until"),
                        List.of(false, true, true, false, true, false),
                        rows))
                .append('\n');
        if (!undefined.isEmpty()) {
            text.append(Wrapped.lines(undefined, "  ", width));
        }
    }

    private static List<String> row(Metric<?> metric, List<Rolling.Point> points, List<Rolling.Point> known) {
        if (known.isEmpty()) {
            return List.of("rolling_" + metric.id(), "undefined", "", "", "", "");
        }
        Comparator<Rolling.Point> byValue = Comparator.comparingDouble(MetricsTables::value);
        Rolling.Point low = Collections.min(known, byValue);
        Rolling.Point high = Collections.max(known, byValue);
        Rolling.Point last = points.get(points.size() - 1);
        return List.of(
                "rolling_" + metric.id(),
                last.result() instanceof Result.Value ? MetricsText.format(metric.unit(), value(last)) : "undefined",
                MetricsText.format(metric.unit(), value(low)),
                date(low),
                MetricsText.format(metric.unit(), value(high)),
                date(high));
    }

    private static String date(Rolling.Point point) {
        return MetricsText.time(point.at()).substring(0, 10);
    }

    private static double value(Rolling.Point point) {
        return point.result() instanceof Result.Value value ? value.value() : Double.NaN;
    }

    /** A month a row, a year a column: so many years fit. */
    private static void calendar(StringBuilder text, FileTables.Months months) {
        List<MonthTable.Year> years = months.table().years();
        for (int from = 0; from < years.size(); from += YEARS) {
            List<MonthTable.Year> some = years.subList(from, Math.min(years.size(), from + YEARS));
            List<String> header = new ArrayList<>(List.of(""));
            some.forEach(year -> header.add(String.valueOf(year.year())));
            List<List<String>> rows = new ArrayList<>();
            for (Month month : Month.values()) {
                List<String> row = new ArrayList<>(List.of(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
                some.forEach(year -> row.add(cell(months.unit(), year.months().get(month.getValue() - 1))));
                rows.add(row);
            }
            List<String> total = new ArrayList<>(List.of("year"));
            some.forEach(year -> total.add(cell(months.unit(), OptionalDouble.of(year.total()))));
            rows.add(total);
            List<Boolean> numeric = new ArrayList<>(Collections.nCopies(header.size(), true));
            numeric.set(0, false);
            text.append('\n').append(TextTable.of(header, numeric, rows)).append('\n');
        }
    }

    private static String cell(Unit unit, OptionalDouble value) {
        return value.isPresent() ? unit.format(value.getAsDouble()) : "";
    }

    private static void drawdowns(StringBuilder text, FileTables.Stays stays, int width) {
        List<DrawdownTable.Stay> deepest = stays.table().stays();
        text.append('\n');
        if (!stays.table().because().isEmpty()) {
            text.append(Wrapped.lines("no drawdowns: " + stays.table().because(), "  ", width));
            return;
        }
        text.append(String.format(Locale.ROOT, "the deepest %,d of %,d drawdowns%n", deepest.size(), stays.all()));
        text.append(TextTable.of(
                        List.of("depth", "from", "trough", "until", "length"),
                        List.of(true, false, false, false, true),
                        deepest.stream()
                                .map(stay -> List.of(
                                        MetricsText.format(Unit.SHARE, stay.depth()),
                                        MetricsText.time(stay.start()),
                                        MetricsText.time(stay.trough()),
                                        stay.end().map(MetricsText::time).orElse("ongoing"),
                                        Unit.SECONDS.format(stay.seconds())))
                                .toList()))
                .append('\n');
    }
}
