package dev.plumbline.metric;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Critical values of two-sided intervals. */
final class Normal {

    private Normal() {}

    /** How many standard errors to each side: 1.96 for 0.95. */
    static double critical(double level) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
    }

    /** The same of Student's distribution. */
    static double critical(double level, double degreesOfFreedom) {
        return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability((1 + level) / 2);
    }
}
