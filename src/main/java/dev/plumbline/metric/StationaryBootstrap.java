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

    /** Numbers of all resamples together that are kept, 16 MB. */
    private static final long MOST_KEPT = 2_000_000;

    private StationaryBootstrap() {}

    /** @param statistic of a resample as long as {@code x}; it must neither keep nor change the array */
    static Replicates of(double[] x, ToDoubleFunction<double[]> statistic, Conventions conventions) {
        return ofDrawn(x, drawn -> statistic.applyAsDouble(drawn.values()), conventions);
    }

    /** The same of what is known of a resample already, where metrics share. */
    static Replicates ofDrawn(double[] x, ToDoubleFunction<Drawn> statistic, Conventions conventions) {
        if (conventions.resamples() == 0) {
            return Replicates.NONE;
        }
        double[] replicates = new double[conventions.resamples()];
        boolean kept = (long) x.length * replicates.length <= MOST_KEPT;
        if (conventions.shared().isPresent() && kept) {
            Drawn[] all = conventions.shared().get().resamples(x, conventions, () -> draw(x, conventions));
            for (int i = 0; i < replicates.length; i++) {
                replicates[i] = statistic.applyAsDouble(all[i]);
            }
        } else {
            Draws draws = new Draws(x, conventions.seed());
            double[] resample = new double[x.length];
            for (int i = 0; i < replicates.length; i++) {
                draws.next(resample);
                replicates[i] = statistic.applyAsDouble(new Drawn(resample));
            }
        }
        return Replicates.of(replicates, "stationary bootstrap");
    }

    /** The same of the places drawn, where more than a number belongs to each; {@code x} tells how long blocks are. */
    static Replicates ofPlaces(double[] x, ToDoubleFunction<int[]> statistic, Conventions conventions) {
        if (conventions.resamples() == 0) {
            return Replicates.NONE;
        }
        double[] replicates = new double[conventions.resamples()];
        Draws draws = new Draws(x, conventions.seed());
        int[] places = new int[x.length];
        for (int i = 0; i < replicates.length; i++) {
            draws.next(places);
            replicates[i] = statistic.applyAsDouble(places);
        }
        return Replicates.of(replicates, "stationary bootstrap");
    }

    private static Drawn[] draw(double[] x, Conventions conventions) {
        Draws draws = new Draws(x, conventions.seed());
        Drawn[] all = new Drawn[conventions.resamples()];
        for (int i = 0; i < all.length; i++) {
            double[] resample = new double[x.length];
            draws.next(resample);
            all[i] = new Drawn(resample);
        }
        return all;
    }

    /** The resamples one after the other. */
    private static final class Draws {
        private final SplittableRandom random;
        private final double[] x;
        private final double block;

        Draws(double[] x, long seed) {
            this.random = new SplittableRandom(seed);
            this.x = x;
            this.block = BlockLength.of(x);
        }

        void next(double[] resample) {
            int next = 0;
            for (int k = 0; k < x.length; k++) {
                next = after(next, k);
                resample[k] = x[next];
            }
        }

        void next(int[] places) {
            int next = 0;
            for (int k = 0; k < x.length; k++) {
                next = after(next, k);
                places[k] = next;
            }
        }

        /** A block ends with probability 1/block: its length is geometric. */
        private int after(int place, int k) {
            boolean starts = k == 0 || block <= 1 || random.nextDouble() * block < 1;
            return starts ? random.nextInt(x.length) : place + 1 == x.length ? 0 : place + 1;
        }
    }
}
