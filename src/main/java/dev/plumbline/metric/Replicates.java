package dev.plumbline.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A statistic of every resample, in rising order. A resample without the statistic (no loss to divide by) counts as
 * positive infinity: where the upper quantile falls among those, there is no interval.
 */
record Replicates(double[] sorted, String method) {

    /** Nothing was resampled. */
    static final Replicates NONE = new Replicates(new double[0], "");

    /** One standard deviation of a normal to each side of its middle. */
    private static final double ONE_SIGMA = 0.841344746068543;

    static Replicates of(double[] unsorted, String method) {
        double[] sorted = unsorted.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Double.isNaN(sorted[i]) ? Double.POSITIVE_INFINITY : sorted[i];
        }
        Arrays.sort(sorted);
        return new Replicates(sorted, String.format(Locale.ROOT, "%s, %,d resamples", method, sorted.length));
    }

    /** Percentile interval. */
    Optional<Interval> interval(double level) {
        if (sorted.length == 0) {
            return Optional.empty();
        }
        double low = Quantile.ofSorted(sorted, (1 - level) / 2);
        double high = Quantile.ofSorted(sorted, (1 + level) / 2);
        return Double.isFinite(low) && Double.isFinite(high)
                ? Optional.of(new Interval(low, high, level, method))
                : Optional.empty();
    }

    /**
     * Half the width of the middle 68 %, on the value's own scale: the standard deviation of a normal, and not moved by
     * the few resamples of a ratio that have next to nothing to divide by. Plain where it is infinite or 0.
     */
    Evidence evidence(double value) {
        if (sorted.length == 0) {
            return new Evidence.Plain();
        }
        double error = (Quantile.ofSorted(sorted, ONE_SIGMA) - Quantile.ofSorted(sorted, 1 - ONE_SIGMA)) / 2;
        return Double.isFinite(error) && error > 0 ? new Evidence.Estimate(value, error) : new Evidence.Plain();
    }

    /** The value with its evidence, and with its interval when enough observations stand behind it. */
    Result.Value around(double value, long n, long observations, double level) {
        Result.Value bare = Result.of(value, n).with(evidence(value));
        if (sorted.length == 0) {
            return bare;
        }
        if (observations < Interval.LEAST_N) {
            return bare.noting(tooFew(observations));
        }
        Optional<Interval> range = interval(level);
        return range.isPresent() ? bare.with(range) : bare.noting("no interval: too many resamples have no loss");
    }

    static String tooFew(long observations) {
        return "no interval: " + observations + " observations, " + Interval.LEAST_N + " needed";
    }
}
