package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;

/**
 * How many trades were closed, won, lost, or neither, and how many of a kind came in a row.
 *
 * <p>Unit: whole numbers. No trades: 0 of each, for that is what there was; a run of none is undefined (see {@link
 * OnTrades}). A win is P&L &gt; 0, a loss P&L &lt; 0; a trade with P&L of 0 is neither, and ends a run.
 */
final class TradeCounts {

    private TradeCounts() {}

    /** How many trades were closed in the period. */
    static Result trades(ClosedTrades trades, Conventions conventions) {
        return Result.of(trades.size(), trades.size());
    }

    /** How many trades have P&L above 0. */
    static Result wins(ClosedTrades trades, Conventions conventions) {
        return Result.of(TradeTotals.of(trades.pnl(), conventions).wins(), trades.size());
    }

    /** How many trades have P&L below 0. */
    static Result losses(ClosedTrades trades, Conventions conventions) {
        return Result.of(TradeTotals.of(trades.pnl(), conventions).losses(), trades.size());
    }

    /** How many trades have P&L of exactly 0. */
    static Result breakeven(ClosedTrades trades, Conventions conventions) {
        TradeTotals totals = TradeTotals.of(trades.pnl(), conventions);
        return Result.of(totals.n() - totals.wins() - totals.losses(), trades.size());
    }

    /** The longest run of wins, in order of exit; 0 without a win. */
    static Result winsInARow(ClosedTrades trades, Conventions conventions) {
        return Result.of(longest(trades.pnl(), 1), trades.size());
    }

    /** The longest run of losses, in order of exit; 0 without a loss. */
    static Result lossesInARow(ClosedTrades trades, Conventions conventions) {
        return Result.of(longest(trades.pnl(), -1), trades.size());
    }

    /** The longest run of numbers of one sign, 1 or -1. */
    static int longest(double[] x, int sign) {
        int longest = 0;
        int run = 0;
        for (double value : x) {
            run = sign * value > 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
