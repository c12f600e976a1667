package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.RetrainingRuns;
import dev.plumbline.model.Returns;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.commons.math3.distribution.NormalDistribution;

/** How many observations would tell, with a power of 80 %. */
final class Power {

    /** Φ⁻¹(0.8). */
    private static final double POWER = 0.841621;

    private static final double MANY = 1e6;

    private static final Map<Class<?>, String> NOUNS = Map.of(
            ClosedTrades.class, "trade",
            Returns.class, "day",
            EquityCurve.class, "point",
            ActionCounts.class, "action",
            ConfidenceReadings.class, "reading",
            ModeHistory.class, "row",
            RetrainingRuns.class, "run");

    private Power() {}

    /**
     * The n of this window at which a change of {@code effect} would show, the baseline staying as it is; where the
     * baseline itself is too short, the n that both would need. Empty when no number helps.
     *
     * @param alpha two-sided, the p-value that would be certain
     */
    static OptionalLong needed(Difference difference, double effect, long n, double alpha) {
        double reach = new NormalDistribution().inverseCumulativeProbability(1 - alpha / 2) + POWER;
        double allowed = Math.pow(effect / reach, 2);
        double now = difference.varianceNow();
        double then = difference.varianceThen();
        double factor = allowed > then * 1.25 ? now / (allowed - then) : (now + then) / allowed;
        double needed = n * factor;
        return Double.isFinite(needed) && needed < MANY && needed > n
                ? OptionalLong.of(rounded(needed))
                : OptionalLong.empty();
    }

    /** {@code 7 days}, {@code 1 trade}, {@code 1,300 trades}. */
    static String count(Measurement measurement, long n) {
        return count(measurement.metric(), n);
    }

    /** The same, of a metric. */
    static String count(Metric<?> metric, long n) {
        boolean daily = metric.id().startsWith("daily_") || metric.id().contains("days");
        String noun = daily ? "day" : NOUNS.getOrDefault(metric.sample(), "observation");
        return String.format(Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : "s");
    }

    /** Up, to two digits that mean something. */
    private static long rounded(double value) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(value)) - 1));
        return (long) (Math.ceil(value / unit) * unit);
    }
}
