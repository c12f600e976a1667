package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence.Rate;
import dev.plumbline.metric.Interval;
import java.util.Optional;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Two Poisson rates. P-value: exact, given the sum of events (Przyborowski, Wilenski 1940; R's {@code poisson.test}),
 * by its normal limit over 10,000 events. Interval of the difference: recovered from Garwood's exact intervals of each
 * (Zou, Donner 2008).
 */
final class RateTest {

    private static final long MANY = 10_000;

    private RateTest() {}

    static Optional<Difference> of(Rate then, Rate now) {
        if (then.exposure() <= 0 || now.exposure() <= 0) {
            return Optional.empty();
        }
        Interval interval =
                Difference.recovered(rate(then), garwood(then), rate(now), garwood(now), "Garwood, variance recovery");
        return Optional.of(new Difference(interval, pValue(then, now), variance(then), variance(now)));
    }

    private static double rate(Rate it) {
        return it.events() / it.exposure();
    }

    private static Interval garwood(Rate it) {
        double tail = (1 - Difference.LEVEL) / 2;
        double low = it.events() == 0 ? 0 : chiSquared(2.0 * it.events(), tail) / 2;
        double high = chiSquared(2.0 * it.events() + 2, 1 - tail) / 2;
        return new Interval(low / it.exposure(), high / it.exposure(), Difference.LEVEL, "Garwood");
    }

    private static double chiSquared(double degrees, double probability) {
        return new ChiSquaredDistribution(degrees).inverseCumulativeProbability(probability);
    }

    /** With half an event added, so that none seen does not pass for certainty. */
    private static double variance(Rate it) {
        return (it.events() + 0.5) / (it.exposure() * it.exposure());
    }

    private static double pValue(Rate then, Rate now) {
        long all = then.events() + now.events();
        double share = now.exposure() / (then.exposure() + now.exposure());
        if (all > MANY) {
            double z = (now.events() - all * share) / Math.sqrt(all * share * (1 - share));
            return 2 * new NormalDistribution().cumulativeProbability(-Math.abs(z));
        }
        BinomialDistribution given = new BinomialDistribution(null, Math.toIntExact(all), share);
        double seen = given.probability(Math.toIntExact(now.events())) * (1 + 1e-7);
        double sum = 0;
        for (int k = 0; k <= all; k++) {
            double p = given.probability(k);
            sum += p <= seen ? p : 0;
        }
        return Math.min(1, sum);
    }
}
