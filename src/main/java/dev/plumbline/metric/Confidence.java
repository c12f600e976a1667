package dev.plumbline.metric;

import dev.plumbline.model.ConfidenceReadings;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How sure a bot says it is.
 *
 * <p>Unit: share, 0 to 1. No readings: undefined, NONE; one, all equal: that confidence, and a deviation of 0 (of one
 * reading: undefined, ONE). n counts readings.
 */
final class Confidence {

    private Confidence() {}

    /**
     * Formula: Σ c / n over all series. Readings that follow each other are alike: the interval (Student's, from 10
     * readings) and the evidence count only what they are worth, see {@link EffectiveSize}.
     */
    static Result mean(ConfidenceReadings readings, Conventions conventions) {
        int n = readings.size();
        if (n == 0) {
            return none();
        }
        double effective = EffectiveSize.of(readings.value(), readings.series());
        Moments moments = Moments.of(readings.value());
        DayBlocks days = DayBlocks.of(readings.period());
        double[] sums = days.sums(readings.micros(), readings.value());
        double[] counts = days.counts(readings.micros());
        Spread spread = DayBlocks.ofMeans(sums, counts, moments.sd() * moments.sd() * n / effective);
        Result.Value mean = Mean.of(moments, effective, List.of(), conventions);
        Result.Value value = mean.with(mean.interval().map(Interval::ofShare))
                .with(new Evidence.Mean(moments.mean(), moments.sd(), n, effective, spread, DayTotal.of(sums, counts)));
        return effective > n - 0.5
                ? value
                : value.noting(String.format(Locale.ROOT, "worth %,.0f independent readings", effective));
    }

    /** Formula: sample deviation over all series, divisor n - 1. */
    static Result deviation(ConfidenceReadings readings, Conventions conventions) {
        int n = readings.size();
        if (n < 2) {
            return n == 0 ? none() : Result.undefined(1, Result.Reason.ONE, "1 reading, 2 needed");
        }
        return Result.of(Moments.of(readings.value()).sd(), n);
    }

    /** Formula: the quantile of type 7; 0 is the smallest, 1 the largest. */
    static Formula<ConfidenceReadings> quantile(double p) {
        return of(x -> Quantile.of(x, p));
    }

    private static Formula<ConfidenceReadings> of(ToDoubleFunction<double[]> statistic) {
        return (readings, conventions) ->
                readings.size() == 0 ? none() : Result.of(statistic.applyAsDouble(readings.value()), readings.size());
    }

    private static Result none() {
        return Result.undefined(0, Result.Reason.NONE, "no confidence readings");
    }
}
