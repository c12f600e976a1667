package dev.plumbline.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A mean as a result: Student's interval from {@value Interval#LEAST_N} observations, and what a comparison needs.
 *
 * <p>Formula: mean ± t(level; m - 1)·sd/√m, where m is how many independent observations the readings are worth.
 */
final class Mean {

    private Mean() {}

    /** Of independent observations; none is undefined, in the words of {@code none}. */
    static Result of(double[] x, Conventions conventions, String none) {
        return of(x, List.of(), conventions, none);
    }

    /** The same, with the days that the observations belong to. */
    static Result of(double[] x, List<DayTotal> days, Conventions conventions, String none) {
        return x.length == 0
                ? Result.undefined(0, Result.Reason.NONE, none)
                : of(Moments.of(x), x.length, days, conventions);
    }

    /** Of a reading a day, such as daily returns: a day may remember the day before. */
    static Result ofDays(double[] x, Conventions conventions, String none) {
        Result mean = of(x, DayTotal.each(x), conventions, none);
        if (!(mean instanceof Result.Value value && value.evidence() instanceof Evidence.Mean evidence)) {
            return mean;
        }
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        Spread spread = DayBlocks.ofMeans(x, ones, evidence.sd() * evidence.sd());
        return value.with(evidence.with(new Spread(1, spread.memory(), spread.degrees())));
    }

    /** @param effective at least 1, at most n */
    static Result.Value of(Moments moments, double effective, List<DayTotal> days, Conventions conventions) {
        return Result.of(moments.mean(), moments.n())
                .with(interval(moments, effective, conventions.confidence()))
                .with(new Evidence.Mean(moments.mean(), moments.sd(), moments.n(), effective).with(days));
    }

    private static Optional<Interval> interval(Moments moments, double effective, double level) {
        if (moments.n() < Interval.LEAST_N || effective < 2) {
            return Optional.empty();
        }
        double half = Normal.critical(level, effective - 1) * moments.sd() / Math.sqrt(effective);
        return Optional.of(new Interval(moments.mean() - half, moments.mean() + half, level, "Student"));
    }
}
