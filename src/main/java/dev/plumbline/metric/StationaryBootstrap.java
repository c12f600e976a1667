package dev.plumbline.metric;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Resamples a series in blocks of random length, wrapping around its end, so that what depends on its neighbours still
 * does. The same seed gives the same resamples. Percentile intervals are short of their level for few observations: see
 * {@link Volatility} and {@link Tails} for how much.
 *
 * <p>Source: D. N. Politis, J. P. Romano, The Stationary Bootstrap, JASA 89 (1994),
 * <a href="https://doi.org/10.1080/01621459.1994.10476870">doi:10.1080/01621459.1994.10476870</a>; block length by
 * {@link BlockLength}.
 */
final class StationaryBootstrap {

    private StationaryBootstrap() {}

    /** @param statistic of a resample as long as {@code x}; it must not keep the array */
    static Replicates of(double[] x, ToDoubleFunction<double[]> statistic, Conventions conventions) {
        if (conventions.resamples() == 0) {
            return Replicates.NONE;
        }
        SplittableRandom random = new SplittableRandom(conventions.seed());
        double block = BlockLength.of(x);
        double[] resample = new double[x.length];
        double[] replicates = new double[conventions.resamples()];
        for (int i = 0; i < replicates.length; i++) {
            int next = 0;
            for (int k = 0; k < x.length; k++) {
                // a block ends with probability 1/block: its length is geometric
                boolean starts = k == 0 || block <= 1 || random.nextDouble() * block < 1;
                next = starts ? random.nextInt(x.length) : next + 1 == x.length ? 0 : next + 1;
                resample[k] = x[next];
            }
            replicates[i] = statistic.applyAsDouble(resample);
        }
        return Replicates.of(replicates, "stationary bootstrap");
    }
}
