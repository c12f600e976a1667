package dev.plumbline.metric;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How fast a series rises: the median slope of all pairs of its points, in its unit a unit of time.
 *
 * <p>Theil–Sen, with the interval of P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63
 * (1968), doi:10.1080/01621459.1968.10480934: one wild day does not move it. Points that follow each other count for less
 * than as many independent ones: the variance is multiplied by (1 + r) / (1 − r), with r the correlation of neighbouring
 * residuals where it is positive (Bayley and Hammersley, 1946). Undefined under {@value #LEAST} points.
 */
public final class Trend {

    /** Points that a slope needs. */
    public static final int LEAST = 7;

    private Trend() {}

    /**
     * @param at     when, ascending and without repetition, in any unit of time
     * @param values as many
     */
    public static Result slope(double[] at, double[] values, double confidence) {
        int n = at.length;
        if (n != values.length) {
            throw new IllegalArgumentException(n + " times and " + values.length + " values");
        }
        if (n < LEAST) {
            return Result.undefined(n, Result.Reason.TOO_FEW, n + " of " + LEAST + " days needed");
        }
        double[] slopes = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[k++] = (values[j] - values[i]) / (at[j] - at[i]);
            }
        }
        Arrays.sort(slopes);
        double slope = median(slopes);
        double sigma = Math.sqrt(variance(values) * inflation(at, values, slope));
        double z = new NormalDistribution().inverseCumulativeProbability((1 + confidence) / 2);
        int high = (int) Math.min(Math.rint((slopes.length + z * sigma) / 2), slopes.length - 1.0);
        int low = (int) Math.max(Math.rint((slopes.length - z * sigma) / 2) - 1, 0);
        return Result.of(slope, n).with(new Interval(slopes[low], slopes[high], confidence, "Sen"));
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Of Kendall's score, with ties among the values. */
    private static double variance(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = of(values.length);
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            sum -= of(to - from);
        }
        return sum;
    }

    private static double of(int n) {
        return n * (n - 1.0) * (2.0 * n + 5) / 18;
    }

    private static double inflation(double[] at, double[] values, double slope) {
        double[] left = new double[values.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = values[i] - slope * at[i];
        }
        double mean = Arrays.stream(left).average().orElse(0);
        double own = 0;
        double next = 0;
        for (int i = 0; i < left.length; i++) {
            own += (left[i] - mean) * (left[i] - mean);
            next += i == 0 ? 0 : (left[i] - mean) * (left[i - 1] - mean);
        }
        double correlation = own == 0 ? 0 : Math.max(0, Math.min(0.95, next / own));
        return (1 + correlation) / (1 - correlation);
    }
}
