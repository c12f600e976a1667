package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence.Proportion;
import dev.plumbline.metric.Interval;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * Two shares. Interval: Newcombe's hybrid score, his method 10 (Statistics in Medicine 17, 1998). P-value: Fisher's exact
 * test with mid-p (Lancaster, JASA 56, 1961) where an expected count is under 100, the pooled score test elsewhere. Where
 * the share scatters more from day to day than independent trials would, both are widened by as much: score / √factor on
 * Student's t (a quasi-likelihood test), and the greater of the two p-values.
 */
final class ProportionTest {

    private static final double SMALL = 100;
    private static final double Z = new NormalDistribution().inverseCumulativeProbability((1 + Difference.LEVEL) / 2);

    private ProportionTest() {}

    /** @param least by how much they scatter at the least */
    static Optional<Difference> of(Proportion then, Proportion now, Scatter least) {
        if (then.trials() == 0 || now.trials() == 0) {
            return Optional.empty();
        }
        Scatter scatter = Scatter.of(then, now).or(least);
        double inflation = scatter.inflation();
        Interval interval = Difference.recovered(
                share(then),
                wilson(then, inflation),
                share(now),
                wilson(now, inflation),
                inflation > 1 ? "Newcombe hybrid score, days differ" : "Newcombe hybrid score");
        double pValue = pValue(then, now);
        if (inflation > 1) {
            double z = Math.abs(score(then, now)) / Math.sqrt(inflation);
            pValue = Math.max(pValue, 2 * new TDistribution(null, scatter.freedom()).cumulativeProbability(-z));
        }
        return Optional.of(new Difference(interval, pValue, variance(then) * inflation, variance(now) * inflation));
    }

    private static double share(Proportion it) {
        return (double) it.successes() / it.trials();
    }

    private static Interval wilson(Proportion it, double inflation) {
        double n = it.trials() / inflation;
        double p = share(it);
        double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half), Difference.LEVEL, "Wilson");
    }

    /** With one success and one failure added, so that no share of 0 or 1 passes for certainty. */
    private static double variance(Proportion it) {
        double p = (it.successes() + 1.0) / (it.trials() + 2.0);
        return p * (1 - p) / it.trials();
    }

    private static double pValue(Proportion then, Proportion now) {
        double all = (double) then.trials() + now.trials();
        double successes = (double) then.successes() + now.successes();
        double smallest = Math.min(then.trials(), now.trials()) * Math.min(successes, all - successes) / all;
        return smallest < SMALL
                ? fisher(then, now)
                : 2 * new NormalDistribution().cumulativeProbability(-Math.abs(score(then, now)));
    }

    private static double score(Proportion then, Proportion now) {
        double pooled = (then.successes() + now.successes()) / ((double) then.trials() + now.trials());
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / then.trials() + 1.0 / now.trials()));
        return error == 0 ? 0 : (share(now) - share(then)) / error;
    }

    /** The chance of all tables with these margins that are less likely than the one seen, and half of the equally likely. */
    private static double fisher(Proportion then, Proportion now) {
        long successes = then.successes() + now.successes();
        long first = Math.max(0, successes - then.trials());
        long last = Math.min(now.trials(), successes);
        double seen = logTable(then.trials(), now.trials(), successes, now.successes());
        double sum = 0;
        for (long k = first; k <= last; k++) {
            double log = logTable(then.trials(), now.trials(), successes, k);
            if (log <= seen + 1e-7) {
                sum += Math.exp(log) * (log >= seen - 1e-7 ? 0.5 : 1);
            }
        }
        return first == last ? 1 : Math.min(1, sum);
    }

    private static double logTable(long then, long now, long successes, long k) {
        return logChoose(now, k) + logChoose(then, successes - k) - logChoose(then + now, successes);
    }

    private static double logChoose(long n, long k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }
}
