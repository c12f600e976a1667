package dev.plumbline.metric;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Resamples a series in blocks of random length, wrapping around its end, so that what depends on its neighbours still
 * does. The same seed gives the same resamples.
 *
 * <p>Source: D. N. Politis, J. P. Romano, The Stationary Bootstrap, JASA 89 (1994),
 * <a href="https://doi.org/10.1080/01621459.1994.10476870">doi:10.1080/01621459.1994.10476870</a>; block length by
 * {@link BlockLength}.
 */
final class StationaryBootstrap {

    private StationaryBootstrap() {}

    /** @param statistic of a resample as long as {@code x}; it must not keep the array */
    static Replicates of(double[] x, ToDoubleFunction<double[]> statistic, Conventions conventions) {
        SplittableRandom random = new SplittableRandom(conventions.seed());
        double block = BlockLength.of(x);
        // a block goes on with probability 1 - 1/block: its length is geometric
        double scale = block <= 1 ? 0 : 1 / Math.log1p(-1 / block);
        double[] resample = new double[x.length];
        double[] replicates = new double[conventions.resamples()];
        for (int i = 0; i < replicates.length; i++) {
            int filled = 0;
            while (filled < x.length) {
                int from = random.nextInt(x.length);
                double length = scale == 0 ? 1 : 1 + Math.floor(Math.log(1 - random.nextDouble()) * scale);
                int take = (int) Math.min(length, x.length - filled);
                int straight = Math.min(take, x.length - from);
                System.arraycopy(x, from, resample, filled, straight);
                System.arraycopy(x, 0, resample, filled + straight, take - straight);
                filled += take;
            }
            replicates[i] = statistic.applyAsDouble(resample);
        }
        return Replicates.of(replicates, "stationary bootstrap");
    }
}
