package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;

/**
 * Money won and lost over all trades, in the currency of the P&L.
 *
 * <p>Unit: money. No trades: undefined, NONE. One, all equal, no loss: as always. Where no money is known: undefined,
 * NOT_AVAILABLE, for a sum of per cents of different prices is not a return.
 */
final class TradeSums {

    private TradeSums() {}

    /** Formula: Σ P&L; positive is profit. */
    static Result net(ClosedTrades trades, Conventions conventions) {
        return Result.of(TradeTotals.of(trades.pnl(), conventions).net(), trades.size());
    }

    /** Formula: Σ max(P&L, 0). */
    static Result gain(ClosedTrades trades, Conventions conventions) {
        return Result.of(TradeTotals.of(trades.pnl(), conventions).gain(), trades.size());
    }

    /** Formula: Σ max(-P&L, 0), a positive number. */
    static Result loss(ClosedTrades trades, Conventions conventions) {
        return Result.of(TradeTotals.of(trades.pnl(), conventions).loss(), trades.size());
    }
}
