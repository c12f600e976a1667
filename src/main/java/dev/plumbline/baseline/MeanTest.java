package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence.Mean;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Spread;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Two means of unequal variance: Welch (Biometrika 34, 1947), with the effective number of readings for n. Where the mean
 * scatters more from day to day than those would, the variances are multiplied by as much, and the days limit the degrees
 * of freedom.
 */
final class MeanTest {

    private static final double FEWEST = 2;

    private MeanTest() {}

    static Optional<Difference> of(Mean then, Mean now) {
        if (then.effective() < FEWEST || now.effective() < FEWEST) {
            return Optional.empty();
        }
        double change = now.mean() - then.mean();
        Spread spread = then.spread().with(now.spread());
        double inflation = spread.inflation();
        double a = variance(then) * inflation;
        double b = variance(now) * inflation;
        if (a + b == 0) {
            return change == 0
                    ? Optional.of(new Difference(new Interval(0, 0, Difference.LEVEL, "Welch"), 1, a, b))
                    : Optional.empty();
        }
        double degrees = (a + b) * (a + b) / (a * a / (then.effective() - 1) + b * b / (now.effective() - 1));
        TDistribution t = new TDistribution(null, inflation > 1 ? Math.min(degrees, spread.degrees()) : degrees);
        double error = Math.sqrt(a + b);
        double half = t.inverseCumulativeProbability((1 + Difference.LEVEL) / 2) * error;
        double pValue = 2 * t.cumulativeProbability(-Math.abs(change) / error);
        return Optional.of(
                new Difference(new Interval(change - half, change + half, Difference.LEVEL, "Welch"), pValue, a, b));
    }

    private static double variance(Mean it) {
        return it.sd() * it.sd() / it.effective();
    }
}
