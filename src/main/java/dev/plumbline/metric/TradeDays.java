package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import java.util.function.DoubleUnaryOperator;

/** What each day's trades add to the totals that a ratio is made of. */
final class TradeDays {

    static final DoubleUnaryOperator GAIN = pnl -> Math.max(pnl, 0);
    static final DoubleUnaryOperator LOSS = pnl -> Math.max(-pnl, 0);
    static final DoubleUnaryOperator WON = pnl -> pnl > 0 ? 1 : 0;
    static final DoubleUnaryOperator LOST = pnl -> pnl < 0 ? 1 : 0;

    private TradeDays() {}

    /** @param parts what a trade adds to each of the statistic's numbers */
    static Evidence of(ClosedTrades trades, Statistic statistic, DoubleUnaryOperator... parts) {
        DayBlocks days = DayBlocks.of(trades.period());
        double[] values = new double[days.days() * parts.length];
        long[] exits = trades.exitMicros();
        double[] pnl = trades.pnl();
        for (int i = 0; i < pnl.length; i++) {
            int first = days.of(exits[i]) * parts.length;
            for (int part = 0; part < parts.length; part++) {
                values[first + part] += parts[part].applyAsDouble(pnl[i]);
            }
        }
        return new Evidence.Series(statistic, 1, values);
    }
}
