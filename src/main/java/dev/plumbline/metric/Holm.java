package dev.plumbline.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * P-values of questions that are asked together: S. Holm, "A simple sequentially rejective multiple test procedure",
 * Scandinavian Journal of Statistics 6 (1979). Of k values the i-th smallest is multiplied by k − i + 1, none is below the
 * one before it, and none above 1.
 */
public final class Holm {

    private Holm() {}

    /** In the order given. NaN, where no test was made, stays and does not count. */
    public static double[] adjusted(double... pValues) {
        int[] rising = IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = pValues.clone();
        double least = 0;
        for (int i = 0; i < rising.length; i++) {
            least = Math.max(least, Math.min(1, pValues[rising[i]] * (rising.length - i)));
            adjusted[rising[i]] = least;
        }
        return adjusted;
    }
}
