package dev.plumbline.metric;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How certain a number is that follows from the totals of independent trades: a bootstrap of whole trades, or, above
 * 2,500 trades, the delta method (the totals are normal by then, and the bootstrap would only say so slowly).
 */
final class TradeBootstrap {

    private static final int LARGE = 2_500;

    /** A lost trade in the tally, where a won one is 1: there are fewer trades than that. */
    private static final int LOST = 1 << 16;

    private TradeBootstrap() {}

    /**
     * The value with interval and evidence.
     *
     * @param observations how many trades the number rests on: the wins for an average win
     */
    static Result.Value of(
            double[] pnl, long observations, ToDoubleFunction<TradeTotals> statistic, Conventions conventions) {
        double value = statistic.applyAsDouble(TradeTotals.of(pnl, conventions));
        return pnl.length > LARGE
                ? delta(pnl, value, statistic, conventions)
                : resample(pnl, statistic, conventions)
                        .around(value, pnl.length, observations, conventions.confidence());
    }

    private static Replicates resample(double[] pnl, ToDoubleFunction<TradeTotals> statistic, Conventions conventions) {
        if (conventions.resamples() == 0) {
            return Replicates.NONE;
        }
        TradeTotals[] totals = conventions.shared().isPresent()
                ? conventions.shared().get().resamples(pnl, conventions, () -> draw(pnl, conventions))
                : draw(pnl, conventions);
        double[] replicates = new double[totals.length];
        for (int i = 0; i < totals.length; i++) {
            replicates[i] = statistic.applyAsDouble(totals[i]);
        }
        return Replicates.of(replicates, "bootstrap");
    }

    private static TradeTotals[] draw(double[] pnl, Conventions conventions) {
        // one random long draws two trades, and sums need no branch: this loop is most of what a review computes
        int n = pnl.length;
        double[] gains = new double[n];
        double[] losses = new double[n];
        int[] tally = new int[n];
        for (int i = 0; i < n; i++) {
            gains[i] = Math.max(pnl[i], 0);
            losses[i] = Math.max(-pnl[i], 0);
            tally[i] = pnl[i] > 0 ? 1 : pnl[i] < 0 ? LOST : 0;
        }
        SplittableRandom random = new SplittableRandom(conventions.seed());
        TradeTotals[] replicates = new TradeTotals[conventions.resamples()];
        for (int i = 0; i < replicates.length; i++) {
            double gain = 0;
            double loss = 0;
            int counted = 0;
            for (int k = 0; k < n; k += 2) {
                long bits = random.nextLong();
                int drawn = (int) (((bits & 0xFFFF_FFFFL) * n) >>> 32);
                gain += gains[drawn];
                loss += losses[drawn];
                counted += tally[drawn];
                if (k + 1 < n) {
                    drawn = (int) (((bits >>> 32) * n) >>> 32);
                    gain += gains[drawn];
                    loss += losses[drawn];
                    counted += tally[drawn];
                }
            }
            int lost = counted / LOST;
            replicates[i] = new TradeTotals(n, counted % LOST, lost, gain, loss);
        }
        return replicates;
    }

    /** First-order variance: the mean square of each trade's pull on the statistic, by central differences. */
    private static Result.Value delta(
            double[] pnl, double value, ToDoubleFunction<TradeTotals> statistic, Conventions conventions) {
        TradeTotals totals = TradeTotals.of(pnl, conventions);
        double level = conventions.confidence();
        double[] mean = {
            totals.wins() / totals.n(),
            totals.losses() / totals.n(),
            totals.gain() / totals.n(),
            totals.loss() / totals.n()
        };
        double[] slope = new double[mean.length];
        for (int k = 0; k < mean.length; k++) {
            double step = 1e-5 * mean[k];
            slope[k] = step == 0 ? 0 : (at(mean, k, step, statistic) - at(mean, k, -step, statistic)) / (2 * step);
        }
        double none = -(slope[0] * mean[0] + slope[1] * mean[1] + slope[2] * mean[2] + slope[3] * mean[3]);
        TradeScatter scatter = TradeScatter.of(pnl, totals, conventions);
        double squares = TradeScatter.pulls(totals.wins(), none + slope[0], slope[2], totals.gain(), scatter.wins())
                + TradeScatter.pulls(totals.losses(), none + slope[1], slope[3], totals.loss(), scatter.losses())
                + (totals.n() - totals.wins() - totals.losses()) * none * none;
        double error = Math.sqrt(squares) / totals.n();
        double half = Normal.critical(level) * error;
        return Result.of(value, pnl.length)
                .with(Optional.of(new Interval(value - half, value + half, level, "delta method")))
                .with(error > 0 ? new Evidence.Estimate(value, error) : new Evidence.Plain());
    }

    private static double at(double[] mean, int k, double step, ToDoubleFunction<TradeTotals> statistic) {
        double[] moved = mean.clone();
        moved[k] += step;
        return statistic.applyAsDouble(new TradeTotals(1, moved[0], moved[1], moved[2], moved[3]));
    }
}
