package dev.plumbline.baseline;

import dev.plumbline.metric.Unit;
import java.util.Locale;

/**
 * One edge of a rule.
 *
 * @param amount    in the metric's unit; for an offset the distance from the baseline, for a factor a multiple of it
 * @param inclusive whether the edge itself is already beyond
 */
record Threshold(double amount, Scale scale, boolean inclusive) {

    /** What the amount is held against. */
    enum Scale {
        ABSOLUTE,
        OFFSET,
        FACTOR
    }

    /** Doubles such as 1 − 0.9 miss their edge by a hair, and that is no alarm. */
    private static final double HAIR = 1e-9;

    /** The edge in the metric's unit. */
    double at(double then) {
        return switch (scale) {
            case ABSOLUTE -> amount;
            case OFFSET -> then + amount;
            case FACTOR -> then * amount;
        };
    }

    Threshold times(double factor) {
        return new Threshold(amount * factor, scale, inclusive);
    }

    boolean isPassedUpwards(double value, double then) {
        return isPassed(value - at(then), value);
    }

    boolean isPassedDownwards(double value, double then) {
        return isPassed(at(then) - value, value);
    }

    /** Whether the edge is the baseline itself: any change for certain is meant, and there is no band. */
    boolean isBaseline() {
        return scale == Scale.OFFSET && amount == 0;
    }

    /** Whether every value is below this edge or above that one. */
    boolean leavesNothing(Threshold above) {
        boolean shared = inclusive || above.inclusive;
        return scale == above.scale && (amount > above.amount || (shared && amount == above.amount));
    }

    private boolean isPassed(double beyond, double value) {
        double hair = HAIR * (1 + Math.abs(value));
        return inclusive ? beyond >= -hair : beyond > hair;
    }

    /** {@code 45 %}, {@code −5.5 pt}, {@code x 2.5}. */
    String text(Unit unit) {
        return switch (scale) {
            case ABSOLUTE -> unit.format(amount).replaceFirst("\\.0+(?= |$)", "");
            case OFFSET -> unit.formatChange(amount);
            case FACTOR -> String.format(Locale.ROOT, "x %s", amount);
        };
    }
}
