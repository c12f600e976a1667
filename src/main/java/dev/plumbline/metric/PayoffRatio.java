package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;

/**
 * How much an average win is in average losses.
 *
 * <p>Formula: average win / average loss.
 *
 * <p>Unit: ratio above 0, with a bootstrap interval.
 *
 * <ul>
 *   <li>no trades, no win: undefined, NONE
 *   <li>one trade: undefined, for it lacks the other kind
 *   <li>all equal: as for one
 *   <li>no loss: undefined, NO_LOSS
 * </ul>
 */
final class PayoffRatio implements Formula<ClosedTrades> {

    @Override
    public Result apply(ClosedTrades trades, Conventions conventions) {
        TradeTotals totals = TradeTotals.of(trades.pnl(), conventions);
        if (totals.losses() == 0) {
            return ProfitFactor.noLoss(trades.size());
        }
        return totals.wins() == 0
                ? AverageTrade.noWin(trades.size())
                : TradeBootstrap.of(trades.pnl(), trades.size(), TradeTotals::payoff, conventions)
                        .with(TradeDays.of(trades, conventions)
                                .series(
                                        Statistic.RATIO_OF_RATIOS,
                                        TradeDays::gain,
                                        TradeDays::won,
                                        TradeDays::loss,
                                        TradeDays::lost));
    }
}
