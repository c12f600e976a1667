package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;

/**
 * The share of trades that made money.
 *
 * <p>Formula: wins / trades; a win is P&L &gt; 0, and P&L of 0 is neither win nor loss but counts as a trade.
 *
 * <p>Unit: share, 0 to 1, with its {@link Wilson} interval at any n.
 *
 * <ul>
 *   <li>no trades: undefined, NONE
 *   <li>one trade: 0 or 1, with a wide interval
 *   <li>all equal, no loss: 1 or 0
 * </ul>
 *
 * <p>Conventions: after fees where fees are known, else the notes say so. Some peers leave P&L of 0 out of the trades.
 */
final class WinRate implements Formula<ClosedTrades> {

    @Override
    public Result apply(ClosedTrades trades, Conventions conventions) {
        TradeTotals totals = TradeTotals.of(trades.pnl(), conventions);
        boolean decided = conventions.peer() == Peer.QUANTSTATS && totals.wins() + totals.losses() > 0;
        long trials = decided ? (long) (totals.wins() + totals.losses()) : trades.size();
        return Wilson.share((long) totals.wins(), trials, conventions)
                .with(new Evidence.Proportion((long) totals.wins(), trials, spread(trades, conventions)));
    }

    private static Spread spread(ClosedTrades trades, Conventions conventions) {
        TradeDays days = TradeDays.of(trades, conventions);
        return DayBlocks.ofShares(days.won(), days.n());
    }
}
