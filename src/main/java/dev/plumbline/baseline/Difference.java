package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import java.util.Optional;

/**
 * Now minus then, tested.
 *
 * @param interval     95 % of the difference, in the metric's unit
 * @param pValue       two-sided, of no difference
 * @param varianceThen of the earlier value
 * @param varianceNow  of the later value
 * @param effect       how large it is, in words that the value does not say; empty where the value says it
 * @param by           which test the p-value is of, in words; empty where the figure has but one
 */
record Difference(Interval interval, double pValue, double varianceThen, double varianceNow, String effect, String by) {

    static final double LEVEL = 0.95;

    Difference(Interval interval, double pValue, double varianceThen, double varianceNow) {
        this(interval, pValue, varianceThen, varianceNow, "", "");
    }

    Difference(Interval interval, double pValue, double varianceThen, double varianceNow, String effect) {
        this(interval, pValue, varianceThen, varianceNow, effect, "");
    }

    /** The same change with the p-value of another test. */
    Difference by(double p, String test) {
        return new Difference(interval, p, varianceThen, varianceNow, effect, test);
    }

    /** The test that both evidences allow; empty when one of them holds too little, or they differ in kind. */
    static Optional<Difference> between(Measurement then, Measurement now) {
        return between(then, now, Scatter.NONE);
    }

    /** @param least by how much shares scatter at the least */
    static Optional<Difference> between(Measurement then, Measurement now, Scatter least) {
        Evidence before = then.evidence();
        Evidence after = now.evidence();
        if (before instanceof Evidence.Proportion a && after instanceof Evidence.Proportion b) {
            return ProportionTest.of(a, b, least);
        }
        if (before instanceof Evidence.Rate a && after instanceof Evidence.Rate b) {
            return RateTest.of(a, b);
        }
        if (before instanceof Evidence.Mean a && after instanceof Evidence.Mean b) {
            return MeanTest.of(a, b);
        }
        if (before instanceof Evidence.Series a && after instanceof Evidence.Series b) {
            return SeriesTest.of(a, b);
        }
        if (before instanceof Evidence.Mix a && after instanceof Evidence.Mix b) {
            return MixTest.of(a, b);
        }
        if (before instanceof Evidence.Estimate a && after instanceof Evidence.Series b) {
            return EstimateTest.of(a, Resampled.estimate(b, now.value().orElse(Double.NaN)));
        }
        if (before instanceof Evidence.Estimate a && after instanceof Evidence.Estimate b) {
            return EstimateTest.of(a, b);
        }
        return Optional.empty();
    }

    /** The method of variance estimates recovery: an interval of b − a from the intervals of each (Zou, Donner 2008). */
    static Interval recovered(double a, Interval ofA, double b, Interval ofB, String method) {
        double low = (b - a) - Math.hypot(b - ofB.low(), ofA.high() - a);
        double high = (b - a) + Math.hypot(ofB.high() - b, a - ofA.low());
        return new Interval(low, high, LEVEL, method);
    }
}
