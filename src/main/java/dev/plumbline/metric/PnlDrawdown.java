package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;

/**
 * The deepest fall of what closed trades had brought so far.
 *
 * <p>Formula: max over t of (max over s ≤ t of c_s) - c_t, c the cumulative P&L, c_0 = 0 before the first trade; P&L of
 * the same instant is summed first.
 *
 * <p>Unit: money, 0 and above.
 *
 * <ul>
 *   <li>no trades: undefined, NONE
 *   <li>one trade: its loss, or 0
 *   <li>all equal: 0, or the sum of the losses
 *   <li>no loss: 0
 *   <li>no money known: undefined, NOT_AVAILABLE
 * </ul>
 *
 * <p>Conventions: a loss by the first trade is a drawdown; one peer takes the first trade's P&L as the first peak.
 */
final class PnlDrawdown implements Formula<ClosedTrades> {

    @Override
    public Result apply(ClosedTrades trades, Conventions conventions) {
        long[] exits = trades.exitMicros();
        double[] pnl = trades.pnl();
        double sum = 0;
        double peak = conventions.peer() == Peer.FREQTRADE && pnl[0] < 0 ? Double.NEGATIVE_INFINITY : 0;
        double deepest = 0;
        for (int i = 0; i < pnl.length; i++) {
            sum += pnl[i];
            if (i == pnl.length - 1 || exits[i] != exits[i + 1]) {
                peak = Math.max(peak, sum);
                deepest = Math.max(deepest, peak - sum);
            }
        }
        return Result.of(deepest, pnl.length);
    }
}
