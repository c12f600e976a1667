package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * How long a trade is held: the median, the mean or a high quantile.
 *
 * <p>Formula: exit - entry of each trade whose entry is known; quantiles of type 7.
 *
 * <p>Unit: seconds. n counts the trades whose entry is known.
 *
 * <ul>
 *   <li>no trades: undefined, NONE
 *   <li>one, all equal: that time
 *   <li>no entry known, or every entry written at the exit's own instant: undefined, NOT_AVAILABLE
 * </ul>
 */
record HoldingTime(ToDoubleFunction<double[]> statistic) implements Formula<ClosedTrades> {

    static final HoldingTime MEDIAN = new HoldingTime(x -> Quantile.of(x, 0.5));
    static final HoldingTime MEAN = new HoldingTime(Moments::mean);
    static final HoldingTime P95 = new HoldingTime(x -> Quantile.of(x, 0.95));

    @Override
    public Result apply(ClosedTrades trades, Conventions conventions) {
        int n = trades.size();
        if (n == 0) {
            return Result.undefined(0, Result.Reason.NONE, "no closed trades");
        }
        Held held = conventions.once(trades.entryMicros(), Held.class, () -> Held.of(trades));
        double[] seconds = held.seconds();
        if (seconds.length == 0) {
            return Result.undefined(n, Result.Reason.NOT_AVAILABLE, "the source does not say when a trade was entered");
        }
        if (held.none()) {
            return Result.undefined(
                    n, Result.Reason.NOT_AVAILABLE, "the source writes entry and exit at the same instant");
        }
        Result.Value value = Result.of(statistic.applyAsDouble(seconds), seconds.length);
        return seconds.length == n ? value : value.noting((n - seconds.length) + " of " + n + " without entry time");
    }

    /**
     * How long each trade was held whose entry is known.
     *
     * @param none whether all were held for no time at all
     */
    private record Held(double[] seconds, boolean none) {

        static Held of(ClosedTrades trades) {
            long[] entry = trades.entryMicros();
            long[] exit = trades.exitMicros();
            double[] seconds = new double[entry.length];
            int n = 0;
            boolean none = true;
            for (int i = 0; i < entry.length; i++) {
                if (entry[i] != ClosedTrades.UNKNOWN_TIME) {
                    seconds[n] = (exit[i] - entry[i]) / 1e6;
                    none &= seconds[n] == 0;
                    n++;
                }
            }
            return new Held(n == entry.length ? seconds : Arrays.copyOf(seconds, n), none);
        }
    }
}
