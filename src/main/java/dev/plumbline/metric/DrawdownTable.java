package dev.plumbline.metric;

import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every stay of an account below a peak, deepest first, net of cash flows; of two that are equally deep the earlier one
 * comes first.
 *
 * @param because why there is no table; empty where there is one, even one without rows
 */
public record DrawdownTable(List<Stay> stays, String because) {

    /**
     * One stay below a peak.
     *
     * @param depth      share of the peak that was lost at the trough, above 0
     * @param start      the last time at the peak
     * @param trough     the first time at the lowest value
     * @param end        the first time back at the peak; empty while it is ongoing
     * @param newest     the last point that counts to it: {@code end}, or the newest of the curve
     * @param fallPoints points of the curve from the peak, not counted, to the trough
     * @param risePoints points after the trough to {@code newest}
     */
    public record Stay(
            double depth,
            Instant start,
            Instant trough,
            Optional<Instant> end,
            Instant newest,
            int fallPoints,
            int risePoints) {

        /** From the peak to the return to it, or to the newest point. */
        public double seconds() {
            return (Period.micros(newest) - Period.micros(start)) / 1e6;
        }

        public boolean isOngoing() {
            return end.isEmpty();
        }
    }

    public DrawdownTable {
        stays = List.copyOf(stays);
    }

    /** Undefined as {@link Drawdowns} are; without a drawdown, a table without rows. */
    public static DrawdownTable of(EquityCurve equity) {
        Optional<Result> unusable = TimeWeighted.unusable(equity);
        return unusable.isPresent() && unusable.get() instanceof Result.Undefined none
                ? new DrawdownTable(List.of(), none.because())
                : new DrawdownTable(stays(TimeWeighted.of(equity)), "");
    }

    private record Stays(List<Stay> all) {}

    /** Computed once where metrics share. */
    static List<Stay> stays(TimeWeighted curve, Conventions conventions) {
        return conventions
                .once(curve.value(), Stays.class, () -> new Stays(stays(curve)))
                .all();
    }

    private static List<Stay> stays(TimeWeighted curve) {
        double[] value = curve.value();
        List<Stay> found = new ArrayList<>();
        int peak = 0;
        int trough = 0;
        for (int i = 1; i < value.length; i++) {
            boolean back = Drawdowns.below(value[i], value[peak]) == 0;
            trough = !back && value[i] < value[trough] ? i : trough;
            if (trough > peak && (back || i == value.length - 1)) {
                found.add(stay(curve, peak, trough, i, back));
            }
            if (back) {
                peak = i;
                trough = i;
            }
        }
        found.sort(Comparator.comparingDouble(Stay::depth).reversed());
        return found;
    }

    private static Stay stay(TimeWeighted curve, int peak, int trough, int last, boolean back) {
        Instant newest = Period.instant(curve.micros()[last]);
        return new Stay(
                Drawdowns.below(curve.value()[trough], curve.value()[peak]),
                Period.instant(curve.micros()[peak]),
                Period.instant(curve.micros()[trough]),
                back ? Optional.of(newest) : Optional.empty(),
                newest,
                trough - peak,
                last - trough);
    }
}
