package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;

/**
 * The share of capital that would grow fastest if the trades to come were like these: an upper bound, not an advice.
 *
 * <p>Formula: p - (1 - p)/payoff, p the win rate, payoff = average win / average loss.
 *
 * <p>Unit: share, at most 1; negative where the trades lose. Bootstrap interval.
 *
 * <ul>
 *   <li>no trades, no win: undefined, NONE
 *   <li>one trade, all equal: undefined, for the payoff is
 *   <li>no loss: undefined, NO_LOSS
 * </ul>
 *
 * <p>Conventions: trades with P&L of 0 count against p; full Kelly, where a peer halves it; for bets of two outcomes,
 * where mean/variance is the form for normal returns.
 *
 * <p>Source: J. L. Kelly, A New Interpretation of Information Rate, Bell System Technical Journal 35 (1956),
 * <a href="https://doi.org/10.1002/j.1538-7305.1956.tb03809.x">doi:10.1002/j.1538-7305.1956.tb03809.x</a>.
 */
final class Kelly implements Formula<ClosedTrades> {

    @Override
    public Result apply(ClosedTrades trades, Conventions conventions) {
        TradeTotals totals = TradeTotals.of(trades.pnl(), conventions);
        if (totals.losses() == 0) {
            return ProfitFactor.noLoss(trades.size());
        }
        return totals.wins() == 0
                ? AverageTrade.noWin(trades.size())
                : TradeBootstrap.of(trades.pnl(), trades.size(), Kelly::of, conventions);
    }

    private static double of(TradeTotals totals) {
        double p = totals.wins() / totals.n();
        return totals.losses() == 0 ? Double.POSITIVE_INFINITY : p - (1 - p) / totals.payoff();
    }
}
