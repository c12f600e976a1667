package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;

/**
 * System quality number: how many standard errors the mean P&L is above 0.
 *
 * <p>Formula: √n · mean(P&L) / sd(P&L), sample deviation.
 *
 * <p>Unit: ratio, the sign of the mean. Interval from the standard error of mean/sd, see {@link SharpeError}.
 *
 * <ul>
 *   <li>no trades: undefined, NONE
 *   <li>one trade: undefined, ONE
 *   <li>all equal: undefined, ALL_EQUAL
 *   <li>no loss: as always
 * </ul>
 *
 * <p>Conventions: n is not capped at 100; one peer divides by n instead of n - 1. It grows with √n: compare only
 * windows of like n. Source: V. K. Tharp, Definitive Guide to Position Sizing, IITM 2008.
 */
final class Sqn implements Formula<ClosedTrades> {

    @Override
    public Result apply(ClosedTrades trades, Conventions conventions) {
        int n = trades.size();
        if (n == 1) {
            return Result.undefined(1, Result.Reason.ONE, "1 trade, 2 needed");
        }
        Moments moments = Moments.of(trades.pnl(), conventions);
        if (moments.sd() <= 1e-12 * Math.abs(moments.mean())) {
            return Result.undefined(n, Result.Reason.ALL_EQUAL, "all " + n + " trades have the same P&L");
        }
        return SharpeError.around(moments, moments.mean() / moments.sd(), Math.sqrt(n), conventions);
    }
}
