package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;

/**
 * What was won for each unit that was lost.
 *
 * <p>Formula: Σ max(P&L, 0) / Σ max(-P&L, 0).
 *
 * <p>Unit: ratio, 0 and above; 1 is break-even. Bootstrap interval; the evidence's error is on the value's own scale.
 *
 * <ul>
 *   <li>no trades: undefined, NONE
 *   <li>one trade: 0 if it lost, else undefined, NO_LOSS
 *   <li>all equal: as for one
 *   <li>no loss: undefined, NO_LOSS
 * </ul>
 *
 * <p>Conventions: over trades, not over days or periods; fees as the notes say.
 */
final class ProfitFactor implements Formula<ClosedTrades> {

    @Override
    public Result apply(ClosedTrades trades, Conventions conventions) {
        TradeTotals totals = TradeTotals.of(trades.pnl(), conventions);
        if (totals.losses() == 0) {
            return noLoss(trades.size());
        }
        return TradeBootstrap.of(trades.pnl(), trades.size(), t -> t.gain() / t.loss(), conventions)
                .with(TradeDays.of(trades, conventions).series(Statistic.RATIO, TradeDays::gain, TradeDays::loss));
    }

    static Result noLoss(int n) {
        return Result.undefined(n, Result.Reason.NO_LOSS, "no losing trade among " + n);
    }
}
