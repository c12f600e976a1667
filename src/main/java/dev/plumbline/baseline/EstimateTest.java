package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence.Estimate;
import dev.plumbline.metric.Interval;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Two estimates with standard errors, as if normal and independent. */
final class EstimateTest {

    private EstimateTest() {}

    static Optional<Difference> of(Estimate then, Estimate now) {
        double a = then.standardError() * then.standardError();
        double b = now.standardError() * now.standardError();
        if (a + b == 0) {
            return Optional.empty();
        }
        double change = now.value() - then.value();
        double error = Math.sqrt(a + b);
        NormalDistribution normal = new NormalDistribution();
        double half = normal.inverseCumulativeProbability((1 + Difference.LEVEL) / 2) * error;
        double pValue = 2 * normal.cumulativeProbability(-Math.abs(change) / error);
        return Optional.of(
                new Difference(new Interval(change - half, change + half, Difference.LEVEL, "normal"), pValue, a, b));
    }
}
