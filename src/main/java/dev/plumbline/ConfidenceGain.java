package dev.plumbline;

import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Unit;
import dev.plumbline.metric.Wilson;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Whether retraining raises the confidence: what validation states after a run beside the newest reading before it. */
final class ConfidenceGain {

    private static final String ALL = "all";
    private static final double LEVEL = 0.95;
    private static final double HALF = 0.5;

    /** Fewer runs tell nothing. */
    private static final int LEAST = 10;

    private ConfidenceGain() {}

    static Showable of(Window window) {
        Map<String, List<Double>> gains = gains(window);
        if (gains.isEmpty()) {
            return Evaluated.only(
                    "Not available: whether retraining raises the confidence; no run has both a confidence stated"
                            + " after it and a reading of its series before it.");
        }
        List<List<String>> lines = new ArrayList<>();
        List<Double> all = gains.getOrDefault(ALL, List.of());
        lines.add(line(ALL, all));
        gains.forEach((name, own) -> {
            if (!name.equals(ALL)) {
                lines.add(line(name, own));
            }
        });
        return new Evaluated(
                "Stated confidence is " + word(all) + " by retraining: higher after " + raised(all) + " of "
                        + all.size()
                        + " runs. Where low confidence comes before a run, it is higher afterwards even if retraining does nothing.",
                "Confidence that validation states after a run, less the newest reading of the same symbol and timeframe before it."
                        + " Raised: of all runs, 95 % Wilson; improving where all of that lies above 50 %.",
                Evaluated.columns(
                        "series", "#runs", "#raised [95 %]", "#median change", "#lowest", "#highest", "answer"),
                lines);
    }

    /** By series, and of all of them. */
    private static Map<String, List<Double>> gains(Window window) {
        Rows readings = window.rows("samples/confidence");
        Rows runs = window.rows("samples/retrainings");
        long[] read = readings.micros("time");
        long[] ran = runs.micros("time");
        Map<String, Double> newest = new HashMap<>();
        Map<String, List<Double>> gains = new TreeMap<>();
        int at = 0;
        for (int i = 0; i < ran.length; i++) {
            while (at < read.length && read[at] < ran[i]) {
                newest.put(name(readings, at), readings.doubles("confidence")[at]);
                at++;
            }
            double after = runs.doubles("confidence_after")[i];
            Double before = newest.get(name(runs, i));
            if (before != null && Double.isFinite(after)) {
                gains.computeIfAbsent(ALL, it -> new ArrayList<>()).add(after - before);
                gains.computeIfAbsent(name(runs, i), it -> new ArrayList<>()).add(after - before);
            }
        }
        return gains;
    }

    private static String name(Rows rows, int i) {
        return (rows.texts("symbol")[i] + " " + rows.texts("timeframe")[i]).strip();
    }

    private static long raised(List<Double> gains) {
        return gains.stream().filter(gain -> gain > 0).count();
    }

    private static String word(List<Double> gains) {
        Interval share = Wilson.of((double) raised(gains), gains.size(), LEVEL);
        return gains.size() < LEAST
                ? "not known to be raised (" + gains.size() + " runs, " + LEAST + " needed)"
                : share.low() > HALF ? "raised" : share.high() < HALF ? "not raised" : "not known to be raised";
    }

    private static List<String> line(String name, List<Double> gains) {
        List<Double> sorted = gains.stream().sorted().toList();
        int n = sorted.size();
        double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
        Interval share = Wilson.of((double) raised(gains), n, LEVEL);
        String answer = n < LEAST
                ? "cannot tell: " + n + " runs, " + LEAST + " needed"
                : share.low() > HALF ? "improving" : share.high() < HALF ? "not improving" : "cannot tell";
        return List.of(
                name,
                Integer.toString(n),
                String.format(
                        Locale.ROOT,
                        "%.1f %% [%.1f, %.1f]",
                        100.0 * raised(gains) / n,
                        100 * share.low(),
                        100 * share.high()),
                Unit.SHARE.formatChange(median),
                Unit.SHARE.formatChange(sorted.get(0)),
                Unit.SHARE.formatChange(sorted.get(n - 1)),
                answer);
    }
}
