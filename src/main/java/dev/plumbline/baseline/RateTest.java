package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence.Rate;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Spread;
import java.util.Optional;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Two Poisson rates. P-value: exact with mid-p, given the sum of events (Przyborowski, Wilenski 1940), by its normal limit
 * over 10,000 events. Interval of the difference: recovered from Garwood's exact intervals of each (Zou, Donner 2008).
 * Where the daily counts scatter more than a Poisson process would, both are widened by as much (quasi-Poisson, on
 * Student's t), and the greater p-value counts.
 */
final class RateTest {

    private static final long MANY = 10_000;

    private RateTest() {}

    static Optional<Difference> of(Rate then, Rate now) {
        if (then.exposure() <= 0 || now.exposure() <= 0) {
            return Optional.empty();
        }
        Spread spread = then.spread().with(now.spread());
        double inflation = spread.inflation();
        Interval exact =
                Difference.recovered(rate(then), garwood(then), rate(now), garwood(now), "Garwood, variance recovery");
        double pValue = pValue(then, now);
        if (inflation > 1) {
            double z = Math.abs(score(then, now)) / Math.sqrt(inflation);
            pValue = Math.max(pValue, 2 * new TDistribution(null, spread.freedom()).cumulativeProbability(-z));
        }
        double change = rate(now) - rate(then);
        double wider = Math.sqrt(inflation);
        Interval interval = new Interval(
                change - wider * (change - exact.low()),
                change + wider * (exact.high() - change),
                Difference.LEVEL,
                inflation > 1 ? exact.method() + ", days differ" : exact.method());
        return Optional.of(new Difference(interval, pValue, variance(then) * inflation, variance(now) * inflation));
    }

    private static double score(Rate then, Rate now) {
        double all = then.events() + (double) now.events();
        double share = now.exposure() / (then.exposure() + now.exposure());
        return all == 0 ? 0 : (now.events() - all * share) / Math.sqrt(all * share * (1 - share));
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
            return 2 * new NormalDistribution().cumulativeProbability(-Math.abs(score(then, now)));
        }
        BinomialDistribution given = new BinomialDistribution(null, Math.toIntExact(all), share);
        double seen = given.probability(Math.toIntExact(now.events()));
        double sum = 0;
        for (int k = 0; k <= all; k++) {
            double p = given.probability(k);
            boolean equal = p <= seen * (1 + 1e-7) && p >= seen * (1 - 1e-7);
            sum += equal ? p / 2 : p < seen ? p : 0;
        }
        if (all == 0) {
            return 1;
        }
        return Math.min(1, sum);
    }
}
