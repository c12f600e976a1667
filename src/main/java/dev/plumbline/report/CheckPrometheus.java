package dev.plumbline.report;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.chart.PlainText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks in Prometheus' text format, for the textfile collector of node_exporter. What is undefined has no sample: a
 * missing series is how Prometheus says that nothing is known, and a NaN would poison sums.
 */
public final class CheckPrometheus {

    private static final String CODES = "0 green, 1 yellow, 2 red, 3 not enough data";

    private final StringBuilder text = new StringBuilder();

    private CheckPrometheus() {}

    /**
     * Lines that end in a line feed.
     *
     * @param ran when the checks were made
     */
    public static String of(List<Checked> checks, Instant ran) {
        return new CheckPrometheus().write(checks, ran);
    }

    private String write(List<Checked> checks, Instant ran) {
        Map<String, String> run = new LinkedHashMap<>();
        run.put("", number(seconds(ran)));
        family("plumb_check_timestamp_seconds", "When the check ran, in seconds since 1970.", run);

        Map<String, String> verdicts = new LinkedHashMap<>();
        Map<String, String> newest = new LinkedHashMap<>();
        Map<String, String> fresh = new LinkedHashMap<>();
        Map<String, String> counts = new LinkedHashMap<>();
        Map<String, String> rowVerdicts = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> changes = new LinkedHashMap<>();
        Map<String, String> sizes = new LinkedHashMap<>();
        for (Checked one : checks) {
            Check check = one.check();
            String who = scope(check);
            verdicts.putIfAbsent(who, code(check.verdict()));
            newest.putIfAbsent(who, number(seconds(one.newest())));
            check.freshness()
                    .ifPresent(it -> fresh.putIfAbsent(who, it.verdict().isAlarm() ? "1" : "0"));
            for (Verdict verdict : Verdict.values()) {
                counts.putIfAbsent(
                        who + "," + label("verdict", Tones.of(verdict)), Long.toString(check.count(verdict)));
            }
            for (Deviation row : check.rows()) {
                // rows are worst first, so of two with the same labels the worse is kept
                String labels = who + "," + labels(row);
                rowVerdicts.putIfAbsent(labels, code(row.verdict()));
                sizes.putIfAbsent(labels, Long.toString(row.now().n()));
                row.now().value().ifPresent(value -> values.putIfAbsent(labels, number(value)));
                row.change().ifPresent(value -> changes.putIfAbsent(labels, number(value)));
            }
        }
        family("plumb_check_verdict", "Verdict of the whole check of an agent: " + CODES + ".", verdicts);
        family("plumb_check_newest_row_timestamp_seconds", "Time of the agent's newest row, since 1970.", newest);
        family(
                "plumb_check_stale",
                "1 when the newest row is too old, or in the future; absent when not judged.",
                fresh);
        family("plumb_check_rows", "Rows of the check by their verdict.", counts);
        family("plumb_check_row_verdict", "Verdict of one row: " + CODES + ". Watch counts as green.", rowVerdicts);
        family("plumb_check_value", "The measured value; absent when undefined. Shares are fractions.", values);
        family("plumb_check_change", "The value minus the baseline's; absent without a baseline.", changes);
        family("plumb_check_n", "How many observations stand behind the value.", sizes);
        return text.toString();
    }

    private void family(String name, String help, Map<String, String> samples) {
        if (samples.isEmpty()) {
            return;
        }
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
        samples.forEach((labels, value) -> text.append(name)
                .append(labels.isEmpty() ? "" : "{" + labels + "}")
                .append(' ')
                .append(value)
                .append('\n'));
    }

    private static String scope(Check check) {
        return label("system", check.scope().system())
                + "," + label("agent", check.scope().agent())
                + "," + label("environment", check.scope().environment());
    }

    private static String labels(Deviation row) {
        return label("metric", row.now().metric().id())
                + "," + label("dimension", row.now().slice().dimension())
                + "," + label("slice", row.now().slice().value())
                + "," + label("kind", row.kind().name().toLowerCase(Locale.ROOT))
                + ","
                + label("unit", row.now().metric().unit().name().toLowerCase(Locale.ROOT));
    }

    private static String label(String name, String value) {
        String escaped = PlainText.line(value, 200)
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n");
        return name + "=\"" + escaped + "\"";
    }

    private static String code(Verdict verdict) {
        return switch (verdict) {
            case WITHIN, WATCH -> "0";
            case YELLOW -> "1";
            case RED -> "2";
            case UNKNOWN -> "3";
        };
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }

    /** As Go reads it; whole numbers without an exponent. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toString();
    }
}
