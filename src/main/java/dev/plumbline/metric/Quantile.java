package dev.plumbline.metric;

import java.util.Arrays;

/**
 * Quantiles of type 7: linear interpolation between order statistics at (n - 1)·p.
 *
 * <p>Source: R. J. Hyndman, Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996),
 * <a href="https://doi.org/10.1080/00031305.1996.10473566">doi:10.1080/00031305.1996.10473566</a>.
 */
final class Quantile {

    private Quantile() {}

    /** The {@code p}-quantile, p in [0, 1], of at least one number in any order. */
    static double of(double[] x, double p) {
        double[] copy = x.clone();
        for (double value : copy) {
            if (Double.isNaN(value)) {
                Arrays.sort(copy);
                return ofSorted(copy, p);
            }
        }
        double place = (copy.length - 1) * p;
        int below = (int) Math.floor(place);
        Selection.place(copy, below);
        double low = copy[below];
        if (place == below) {
            return low;
        }
        double next = Double.POSITIVE_INFINITY;
        for (int i = below + 1; i < copy.length; i++) {
            next = Math.min(next, copy[i]);
        }
        return low + (place - below) * (next - low);
    }

    /** The same of numbers in rising order; an infinite neighbour gives an infinite quantile. */
    static double ofSorted(double[] sorted, double p) {
        double place = (sorted.length - 1) * p;
        int below = (int) Math.floor(place);
        double part = place - below;
        double low = sorted[below];
        return part == 0 ? low : low + part * (sorted[below + 1] - low);
    }
}
