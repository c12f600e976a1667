package dev.plumbline.metric;

/**
 * A confidence interval.
 *
 * @param low    lower end, in the metric's unit
 * @param high   upper end
 * @param level  such as 0.95
 * @param method such as {@code Wilson} or {@code stationary bootstrap, 2,000 resamples}
 */
public record Interval(double low, double high, double level, String method) {

    /** An interval that leans on a bootstrap or on large samples is given from this many observations. */
    public static final int LEAST_N = 10;

    public Interval {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            throw new NotFinite(Double.NaN);
        }
        if (low > high) {
            throw new IllegalArgumentException("an interval ends before it begins: [" + low + ", " + high + "]");
        }
    }

    /** Of a share, which is at least 0 and at most 1. */
    Interval ofShare() {
        return new Interval(Math.max(0, Math.min(1, low)), Math.max(0, Math.min(1, high)), level, method);
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
