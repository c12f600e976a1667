package dev.plumbline.metric;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Exact interval of a Poisson rate: [χ²(α/2; 2k)/2, χ²(1-α/2; 2k+2)/2] over the exposure; the lower end is 0 for k = 0.
 * Above 10,000 events the Wilson-Hilferty cube stands for χ²/2, equal to seven digits there.
 * It never holds the truth less often than it says; of 3 events, for which the next whole number is far, in 98.5 % of cases.
 *
 * <p>Source: F. Garwood, Fiducial Limits for the Poisson Distribution, Biometrika 28 (1936),
 * <a href="https://doi.org/10.1093/biomet/28.3-4.437">doi:10.1093/biomet/28.3-4.437</a>.
 */
final class Garwood {

    private static final long LARGE = 10_000;

    private Garwood() {}

    static Interval of(long events, double exposure, double level) {
        double tail = (1 - level) / 2;
        double low = events == 0 ? 0 : half((double) events, tail, -Normal.critical(level));
        double high = half(events + 1.0, 1 - tail, Normal.critical(level));
        return new Interval(low / exposure, high / exposure, level, "exact Poisson");
    }

    /** A rate as a result; n is how many observations were looked through. */
    static Result.Value rate(long events, double exposure, long n, Conventions conventions) {
        return Result.of(events / exposure, n)
                .with(of(events, exposure, conventions.confidence()))
                .with(new Evidence.Rate(events, exposure));
    }

    private static double half(double shape, double probability, double z) {
        if (shape > LARGE) {
            double cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
            return shape * cube * cube * cube;
        }
        return new ChiSquaredDistribution(null, 2 * shape).inverseCumulativeProbability(probability) / 2;
    }
}
