package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import java.util.function.Function;

/**
 * What each day's trades add to the totals that a ratio is made of.
 *
 * @param n    trades of each day
 * @param won  with P&L above 0
 * @param lost with P&L below 0
 * @param gain sum of the P&L above 0
 * @param loss sum of the P&L below 0, as a positive number
 * @param net  sum of the P&L
 */
record TradeDays(double[] n, double[] won, double[] lost, double[] gain, double[] loss, double[] net) {

    static TradeDays of(ClosedTrades trades, Conventions conventions) {
        return conventions.once(trades.pnl(), TradeDays.class, () -> of(trades));
    }

    private static TradeDays of(ClosedTrades trades) {
        DayBlocks blocks = DayBlocks.of(trades.period());
        int days = blocks.days();
        TradeDays sums = new TradeDays(
                new double[days],
                new double[days],
                new double[days],
                new double[days],
                new double[days],
                new double[days]);
        long[] exits = trades.exitMicros();
        double[] pnl = trades.pnl();
        for (int i = 0; i < pnl.length; i++) {
            sums.add(blocks.of(exits[i]), pnl[i]);
        }
        return sums;
    }

    private void add(int day, double pnl) {
        n[day]++;
        won[day] += pnl > 0 ? 1 : 0;
        lost[day] += pnl < 0 ? 1 : 0;
        gain[day] += Math.max(pnl, 0);
        loss[day] += Math.max(-pnl, 0);
        net[day] += pnl;
    }

    /** @param parts what a day adds to each of the statistic's numbers */
    @SafeVarargs
    final Evidence series(Statistic statistic, Function<TradeDays, double[]>... parts) {
        double[] values = new double[n.length * parts.length];
        for (int part = 0; part < parts.length; part++) {
            double[] sums = parts[part].apply(this);
            for (int day = 0; day < sums.length; day++) {
                values[day * parts.length + part] = sums[day];
            }
        }
        return new Evidence.Series(statistic, 1, values);
    }
}
