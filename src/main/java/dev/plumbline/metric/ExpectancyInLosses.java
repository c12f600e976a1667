package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;

/**
 * What a trade brings on average, in units of an average loss.
 *
 * <p>Formula: mean(P&L) / average loss.
 *
 * <p>Unit: ratio, positive is profit; -1 where every trade lost. Bootstrap interval.
 *
 * <ul>
 *   <li>no trades: undefined, NONE
 *   <li>one trade: -1 if it lost, else undefined, NO_LOSS
 *   <li>all equal: as for one
 *   <li>no loss: undefined, NO_LOSS
 * </ul>
 *
 * <p>Conventions: the average loss stands for the risk that was meant, which no source records; without trades of P&L 0
 * it is (1 + payoff)·win rate - 1, which one peer calls the expectancy ratio. Source: V. K. Tharp, Trade Your Way to
 * Financial Freedom, McGraw-Hill 1998.
 */
final class ExpectancyInLosses implements Formula<ClosedTrades> {

    @Override
    public Result apply(ClosedTrades trades, Conventions conventions) {
        return TradeTotals.of(trades.pnl(), conventions).losses() == 0
                ? ProfitFactor.noLoss(trades.size())
                : TradeBootstrap.of(
                        trades.pnl(), trades.size(), t -> t.net() / t.n() / (t.loss() / t.losses()), conventions);
    }
}
