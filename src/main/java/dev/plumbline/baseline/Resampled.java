package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence.Estimate;
import dev.plumbline.metric.Evidence.Series;
import dev.plumbline.metric.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a statistic is when its days are drawn again in blocks of random length: the stationary bootstrap (D. N. Politis,
 * J. P. Romano, JASA 89, 1994).
 *
 * @param sorted replicates on the metric's own scale, without those that have no value
 */
record Resampled(double[] sorted) {

    private static final int TIMES = 500;
    private static final double ONE_SIGMA = 0.841344746068543;

    /** @param length how many days are drawn */
    static Resampled of(Series series, int length, int block) {
        SplittableRandom random = new SplittableRandom(SeriesTest.SEED + series.days());
        int width = series.statistic().width();
        double[] days = series.values();
        double[] drawn = new double[length * width];
        double[] replicates = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            int next = 0;
            for (int k = 0; k < length; k++) {
                boolean starts = k == 0 || block <= 1 || random.nextInt(block) == 0;
                next = starts ? random.nextInt(series.days()) : (next + 1) % series.days();
                System.arraycopy(days, next * width, drawn, k * width, width);
            }
            replicates[i] = series.scale() * series.statistic().of(drawn, 0, length);
        }
        double[] known =
                Arrays.stream(replicates).filter(Double::isFinite).sorted().toArray();
        return new Resampled(known.length == 0 ? new double[] {0} : known);
    }

    /** What files kept before they kept the days: a value and how far chance moves it. */
    static Estimate estimate(Series series, double value) {
        return new Estimate(value, Math.sqrt(of(series, series.days(), 1).variance()));
    }

    double quantile(double p) {
        return sorted[(int) Math.min(sorted.length - 1.0, Math.max(0, Math.floor(p * sorted.length)))];
    }

    /** That of a normal with the same middle 68 %: a few resamples with next to nothing to divide by do not move it. */
    double variance() {
        double error = (quantile(ONE_SIGMA) - quantile(1 - ONE_SIGMA)) / 2;
        return error * error;
    }

    /** 95 % of the change, from independent draws of both, by percentiles. */
    Interval difference(Series then, Resampled after, Series now) {
        SplittableRandom random = new SplittableRandom(SeriesTest.SEED);
        double[] changes = new double[4 * TIMES];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = after.sorted[random.nextInt(after.sorted.length)] - sorted[random.nextInt(sorted.length)];
        }
        Arrays.sort(changes);
        double tail = (1 - Difference.LEVEL) / 2;
        return new Interval(
                changes[(int) (tail * changes.length)],
                changes[(int) ((1 - tail) * changes.length) - 1],
                Difference.LEVEL,
                then.statistic().growsWithTime() && then.days() != now.days()
                        ? "stationary bootstrap, over " + now.days() + " days"
                        : "stationary bootstrap");
    }
}
