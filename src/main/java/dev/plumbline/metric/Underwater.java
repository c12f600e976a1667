package dev.plumbline.metric;

import dev.plumbline.model.EquityCurve;

/**
 * How long an account stayed below a peak: from the last time at the peak to the first time back at it, or to the
 * newest point where it has not come back, which the notes then call ongoing.
 *
 * <p>Unit: seconds, 0 where it never fell. Undefined as {@link Drawdowns} are. Conventions: elapsed time, not points.
 */
final class Underwater {

    /** One stay below a peak. */
    private record Stay(double depth, double seconds, boolean ongoing) {}

    private Underwater() {}

    /** Of the deepest drawdown; the first of them where two are equally deep. */
    static Result ofDeepest(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        return find(curve, equity, false);
    }

    /** The longest of all. */
    static Result longest(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        return find(curve, equity, true);
    }

    private static Result find(TimeWeighted curve, EquityCurve equity, boolean byTime) {
        double[] value = curve.value();
        long[] micros = curve.micros();
        Stay found = new Stay(0, 0, false);
        int peak = 0;
        double deepest = 0;
        for (int i = 1; i < value.length; i++) {
            double depth = Drawdowns.below(value[i], value[peak]);
            deepest = Math.max(deepest, depth);
            boolean back = depth == 0;
            if (deepest > 0 && (back || i == value.length - 1)) {
                Stay stay = new Stay(deepest, (micros[i] - micros[peak]) / 1e6, !back);
                boolean more = byTime ? stay.seconds() > found.seconds() : stay.depth() > found.depth();
                found = more ? stay : found;
            }
            if (back) {
                peak = i;
                deepest = 0;
            }
        }
        return Result.of(found.seconds(), equity.size()).noting(found.ongoing() ? "ongoing" : "");
    }
}
