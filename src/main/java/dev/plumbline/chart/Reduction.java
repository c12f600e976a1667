package dev.plumbline.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Fewer points that look the same: each stretch keeps its lowest and its highest point, and its first gap, so no spike and
 * no drawdown is lost.
 */
public final class Reduction {

    private Reduction() {}

    /**
     * Which points to keep, ascending; all of them when there are at most {@code max}.
     *
     * @param y   NaN is a gap
     * @param max at least 8
     */
    public static int[] minMax(double[] y, int max) {
        if (max < 8) {
            throw new IllegalArgumentException("a reduction to " + max + " points; at least 8 are needed");
        }
        if (y.length <= max) {
            return IntStream.range(0, y.length).toArray();
        }
        boolean gaps = Arrays.stream(y).anyMatch(Double::isNaN);
        int stretches = (max - 2) / (gaps ? 3 : 2);
        int inner = y.length - 2;
        IntStream.Builder kept = IntStream.builder();
        kept.add(0);
        for (int s = 0; s < stretches; s++) {
            int from = 1 + (int) ((long) inner * s / stretches);
            int to = 1 + (int) ((long) inner * (s + 1) / stretches);
            keep(y, from, to, kept);
        }
        kept.add(y.length - 1);
        return kept.build().sorted().distinct().toArray();
    }

    /** Every so many-th point, for what has no extremes to keep, such as shares of a whole. */
    public static int[] even(int n, int max) {
        return n <= max
                ? IntStream.range(0, n).toArray()
                : IntStream.range(0, max)
                        .map(i -> (int) ((long) i * (n - 1) / (max - 1)))
                        .toArray();
    }

    public static double[] pick(double[] values, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }

    private static void keep(double[] y, int from, int to, IntStream.Builder kept) {
        int lowest = -1;
        int highest = -1;
        int gap = -1;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(y[i])) {
                gap = gap < 0 ? i : gap;
            } else {
                lowest = lowest < 0 || y[i] < y[lowest] ? i : lowest;
                highest = highest < 0 || y[i] > y[highest] ? i : highest;
            }
        }
        for (int i : new int[] {lowest, highest, gap}) {
            if (i >= 0) {
                kept.add(i);
            }
        }
    }
}
