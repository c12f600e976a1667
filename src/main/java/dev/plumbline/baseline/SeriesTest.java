package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence.Series;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Statistic;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Two statistics of whole days: ratios, Sharpe and Sortino ratios, drawdowns. P-value: the days of both periods are dealt
 * out anew, again and again, and the change seen is held against the changes that dealing makes; exact where days can be
 * exchanged (E. J. G. Pitman, 1937), and stopped early where the answer is plain (J. Besag, P. Clifford, Biometrika 78,
 * 1991). Interval: of the difference of two {@link Resampled bootstraps}, wider by Student's t where days are few. Where days
 * {@link Memory remember} the day before, both are widened by as much; a drawdown, whose days cannot be taken apart, is
 * dealt and drawn in blocks instead. What grows with time, a drawdown, is held against a period as long only.
 */
final class SeriesTest {

    static final long SEED = 20_240_229L;

    private static final int FEWEST_DAYS = 4;
    private static final int DEALS = 20_000;
    private static final int ENOUGH = 30;

    private SeriesTest() {}

    static Optional<Difference> of(Series then, Series now) {
        Statistic statistic = then.statistic();
        if (now.statistic() != statistic || then.days() < FEWEST_DAYS || now.days() < FEWEST_DAYS) {
            return Optional.empty();
        }
        if (statistic.growsWithTime() && then.days() < now.days()) {
            return Optional.empty();
        }
        double[] days = Arrays.copyOf(then.values(), then.values().length + now.values().length);
        System.arraycopy(now.values(), 0, days, then.values().length, now.values().length);
        double seen = change(statistic, days, then.days());
        if (Double.isNaN(seen) || Double.isInfinite(seen)) {
            return Optional.empty();
        }
        boolean path = statistic.growsWithTime();
        int block = path ? DayMemory.block(days, statistic.width(), then.days(), now.days()) : 1;
        double inflation = path ? 1 : Memory.inflation(statistic, days, then.days());
        double pValue = widened(
                pValue(statistic, days, then.days(), block, seen), inflation, days.length / statistic.width() - 2);
        // one day less than there are: what is drawn again varies too little otherwise (Efron 1982)
        Resampled before = Resampled.of(then, statistic.growsWithTime() ? now.days() : then.days() - 1, block);
        Resampled after = Resampled.of(now, statistic.growsWithTime() ? now.days() : now.days() - 1, block);
        Interval interval = before.difference(then, after, now);
        if (!path) {
            double raw = then.scale()
                    * (statistic.of(days, then.days(), days.length / statistic.width())
                            - statistic.of(days, 0, then.days()));
            interval = stretched(interval, raw, Math.sqrt(inflation) * fewDays(before, then.days(), after, now.days()));
        }
        return Optional.of(
                new Difference(interval, pValue, before.variance() * inflation, after.variance() * inflation));
    }

    /** The p-value of a difference that so much more noise stands behind; Student's t, since the noise is estimated too. */
    private static double widened(double pValue, double inflation, int degrees) {
        if (inflation <= 1 || pValue >= 1) {
            return pValue;
        }
        double score = -new NormalDistribution().inverseCumulativeProbability(pValue / 2) / Math.sqrt(inflation);
        return 2 * new TDistribution(null, degrees).cumulativeProbability(-score);
    }

    /** Student's t by the normal, with the degrees of freedom that Welch gives the two. */
    private static double fewDays(Resampled before, int then, Resampled after, int now) {
        double a = before.variance();
        double b = after.variance();
        double degrees = (a + b) * (a + b) / (a * a / (then - 1) + b * b / (now - 1));
        if (!(degrees >= 1)) {
            return 1;
        }
        double p = (1 + Difference.LEVEL) / 2;
        return new TDistribution(null, degrees).inverseCumulativeProbability(p)
                / new NormalDistribution().inverseCumulativeProbability(p);
    }

    /** Both ends as much further from the change seen. */
    private static Interval stretched(Interval interval, double change, double factor) {
        return new Interval(
                Math.min(interval.low(), change - factor * (change - interval.low())),
                Math.max(interval.high(), change + factor * (interval.high() - change)),
                interval.level(),
                interval.method());
    }

    /** On the logarithm where the statistic is never negative; of what grows with time, the later value alone. */
    private static double change(Statistic statistic, double[] days, int then) {
        int all = days.length / statistic.width();
        double after = statistic.of(days, then, all);
        if (statistic.growsWithTime()) {
            return after;
        }
        double before = statistic.of(days, 0, then);
        return statistic.isPositive() ? Math.log(after) - Math.log(before) : after - before;
    }

    private static double pValue(Statistic statistic, double[] days, int then, int block, double seen) {
        SplittableRandom random = new SplittableRandom(SEED);
        Deal deal = new Deal(days.length / statistic.width(), block);
        double[] dealt = new double[days.length];
        double hair = 1e-9 * (1 + Math.abs(seen));
        double above = 1;
        double below = 1;
        double tries = 1;
        while (tries < DEALS && Math.min(above, below) < ENOUGH) {
            deal.next(random, days, dealt, statistic.width());
            double change = change(statistic, dealt, then);
            if (Double.isNaN(change)) {
                continue;
            }
            tries++;
            double half = Math.abs(change - seen) <= hair ? 0.5 : 0;
            above += change > seen + hair ? 1 : half;
            below += change < seen - hair ? 1 : half;
        }
        return Math.min(1, 2 * Math.min(above, below) / tries);
    }
}
