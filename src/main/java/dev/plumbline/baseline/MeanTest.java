package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence.Mean;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Spread;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Two means of unequal variance, by two tests of which the larger p-value counts: a change is certain where both find it
 * so. Welch (Biometrika 34, 1947), with the effective number of readings for n; where the mean scatters more from day to
 * day than those would, the variances are multiplied by as much, and the days limit the degrees of freedom. And a
 * {@link DayExchange permutation of whole days}, which needs no normal and no estimate of what readings are worth, but knows
 * nothing of days that remember the day before. Where days are not known or too few, Welch stands alone, and the words say so.
 */
final class MeanTest {

    private static final double FEWEST = 2;

    private MeanTest() {}

    static Optional<Difference> of(Mean then, Mean now) {
        return welch(then, now).map(welch -> DayExchange.of(then.days(), now.days())
                .map(days -> days.pValue() > welch.pValue()
                        ? welch.by(days.pValue(), "decided by exchanging days")
                        : welch.by(welch.pValue(), "decided by Welch’s test"))
                .orElseGet(() -> welch.by(welch.pValue(), alone(then, now))));
    }

    private static String alone(Mean then, Mean now) {
        return "by Welch’s test alone, "
                + (then.days().isEmpty()
                        ? "the baseline keeps no days"
                        : now.days().isEmpty() ? "no days are known" : "too few days to exchange");
    }

    private static Optional<Difference> welch(Mean then, Mean now) {
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
        TDistribution t = new TDistribution(null, inflation > 1 ? Math.min(degrees, spread.freedom()) : degrees);
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
