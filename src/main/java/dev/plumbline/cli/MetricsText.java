package dev.plumbline.cli;

import dev.plumbline.FileMetrics;
import dev.plumbline.TextTable;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a file for people: what was read, a line a metric, and what a reader must know of them. */
final class MetricsText {

    /** What rounding leaves of 0. */
    private static final double NOTHING = 1e-12;
    /** Longer reasons are said once. */
    private static final int SHORT = 40;

    private final StringBuilder text = new StringBuilder();
    private final String level;
    private final int width;

    private MetricsText(double confidence, int width) {
        this.level = (confidence * 100 + " %").replace(".0 %", " %") + " interval";
        this.width = width;
    }

    static String of(FileMetrics found, double confidence, int width) {
        MetricsText page = new MetricsText(confidence, width);
        page.head(found.input());
        if (!found.metrics().isEmpty()) {
            page.table(found.metrics());
            page.text.append(MetricsTables.text(found.tables(), width));
        }
        found.groups().forEach((name, measured) -> {
            page.text.append('\n').append(TextTable.clean(name)).append('\n');
            page.table(measured);
            if (found.groupTables().containsKey(name)) {
                page.text.append(MetricsTables.text(found.groupTables().get(name), width));
            }
        });
        List<Measurement> all = new ArrayList<>(found.metrics());
        found.groups().values().forEach(all::addAll);
        page.notes(all);
        return page.text.toString().stripTrailing();
    }

    private void head(FileMetrics.Input input) {
        wrapped(
                String.format(
                        Locale.ROOT,
                        "%s: %s, %,d %s, %,d used",
                        TextTable.clean(input.file()),
                        input.kind().words(),
                        input.rows(),
                        input.rows() == 1 ? "row" : "rows",
                        input.used()),
                "");
        if (input.from().isPresent()) {
            String span = time(input.from().get()) + " to " + time(input.to().orElseThrow());
            wrapped(
                    input.periodsPerYear().isEmpty()
                            ? span
                            : span
                                    + String.format(
                                            Locale.ROOT,
                                            "; P = %s, ",
                                            plain(input.periodsPerYear().getAsDouble()))
                                    + input.periodsFound(),
                    "");
        }
        input.notes().forEach(note -> wrapped("note: " + TextTable.clean(note), "      "));
        text.append('\n');
    }

    private static String plain(double x) {
        return x == Math.rint(x) ? String.format(Locale.ROOT, "%,.0f", x) : String.format(Locale.ROOT, "%,.2f", x);
    }

    static String time(Instant time) {
        return time.toString().replaceFirst("T00:00:00Z$", "").replace('T', ' ');
    }

    private void table(List<Measurement> measured) {
        int names = measured.stream()
                .mapToInt(one -> one.metric().id().length())
                .max()
                .orElse(0);
        Map<String, String> said = new HashMap<>();
        String row = "%-" + names + "s %13s  %-27s %9s%n";
        text.append(String.format(Locale.ROOT, row, "metric", "value", level, "n"));
        for (Measurement one : measured) {
            String id = one.metric().id();
            if (one.because().isPresent()) {
                String because = one.because().get();
                String first = said.putIfAbsent(because, id);
                text.append(wrap(
                        String.format(Locale.ROOT, "%-" + names + "s %13s  ", id, "undefined")
                                + (first == null || because.length() < SHORT ? because : "as " + first + " is"),
                        " ".repeat(names + 16)));
            } else {
                Unit unit = one.metric().unit();
                text.append(String.format(
                                Locale.ROOT,
                                row,
                                id,
                                format(unit, one.value().orElseThrow()),
                                one.interval().map(range -> range(unit, range)).orElse(""),
                                String.format(Locale.ROOT, "%,d", one.n()))
                        .replaceAll(" +(\\R)", "$1"));
            }
        }
    }

    private static String range(Unit unit, Interval range) {
        return "[" + format(unit, range.low()) + ", " + format(unit, range.high()) + "]";
    }

    /** As the unit writes it, with more digits where they are needed to tell a small number from 0. */
    static String format(Unit unit, double value) {
        double size = Math.abs(unit == Unit.SHARE ? 100 * value : value);
        if (size < NOTHING) {
            return unit.format(0);
        }
        if ((unit == Unit.SHARE || unit == Unit.RATIO) && size < 10 && size != 0) {
            int digits = size < 1e-6 ? 9 : (int) Math.min(8, 2 - Math.floor(Math.log10(size)));
            String number = String.format(Locale.ROOT, "%." + digits + "f", unit == Unit.SHARE ? 100 * value : value)
                    .replace('-', '−');
            return unit == Unit.SHARE ? number + " %" : number;
        }
        return unit.format(value);
    }

    /** What is said of more than one metric is said once. */
    private void notes(List<Measurement> measured) {
        Map<String, List<String>> whose = new LinkedHashMap<>();
        for (Measurement one : measured) {
            for (String note : one.notes()) {
                List<String> ids = whose.computeIfAbsent(note, key -> new ArrayList<>());
                if (!ids.contains(one.metric().id())) {
                    ids.add(one.metric().id());
                }
            }
        }
        if (!whose.isEmpty()) {
            text.append('\n');
        }
        whose.forEach((note, ids) -> wrapped(
                note + ": "
                        + (ids.size() > 4
                                ? String.join(", ", ids.subList(0, 3)) + " and " + (ids.size() - 3) + " more"
                                : String.join(", ", ids)),
                "  "));
    }

    private void wrapped(String line, String indent) {
        text.append(wrap(line, indent));
    }

    private String wrap(String line, String indent) {
        return Wrapped.lines(line, indent, width);
    }
}
