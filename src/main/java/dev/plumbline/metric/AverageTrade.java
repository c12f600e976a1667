package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;

/**
 * What a winning trade wins, and what a losing one loses.
 *
 * <p>Unit: money a trade, or a share of the price where no money is known; a loss is a positive number. Bootstrap
 * interval over all trades from 10 wins, or losses. n counts the wins, or the losses.
 */
final class AverageTrade {

    private AverageTrade() {}

    /** Formula: Σ P&L⁺ / wins. No trades or no win: undefined, NONE; one win: that one; all equal, no loss: as always. */
    static Result win(ClosedTrades trades, Conventions conventions) {
        long wins = (long) TradeTotals.of(trades.pnl(), conventions).wins();
        return wins == 0
                ? noWin(trades.size())
                : counting(
                        wins,
                        TradeBootstrap.of(trades.pnl(), wins, t -> t.gain() / t.wins(), conventions)
                                .with(TradeDays.of(trades, conventions)
                                        .series(Statistic.RATIO, TradeDays::gain, TradeDays::won)));
    }

    /** Formula: Σ |P&L⁻| / losses. No trades: undefined, NONE; no loss: undefined, NO_LOSS; one loss: that one. */
    static Result loss(ClosedTrades trades, Conventions conventions) {
        long losses = (long) TradeTotals.of(trades.pnl(), conventions).losses();
        return losses == 0
                ? ProfitFactor.noLoss(trades.size())
                : counting(
                        losses,
                        TradeBootstrap.of(trades.pnl(), losses, t -> t.loss() / t.losses(), conventions)
                                .with(TradeDays.of(trades, conventions)
                                        .series(Statistic.RATIO, TradeDays::loss, TradeDays::lost)));
    }

    /** Formula: max P&L. Without a win: undefined, NONE. No interval: an extreme has none. */
    static Result largestWin(ClosedTrades trades, Conventions conventions) {
        double most = 0;
        for (double pnl : trades.pnl()) {
            most = Math.max(most, pnl);
        }
        return most == 0 ? noWin(trades.size()) : Result.of(most, trades.size());
    }

    /** Formula: max -P&L, a positive number. Without a loss: undefined, NO_LOSS. */
    static Result largestLoss(ClosedTrades trades, Conventions conventions) {
        double most = 0;
        for (double pnl : trades.pnl()) {
            most = Math.max(most, -pnl);
        }
        return most == 0 ? ProfitFactor.noLoss(trades.size()) : Result.of(most, trades.size());
    }

    static Result noWin(int n) {
        return Result.undefined(n, Result.Reason.NONE, "no winning trade among " + n);
    }

    private static Result counting(long n, Result.Value value) {
        return new Result.Value(value.value(), n, value.interval(), value.evidence(), value.notes());
    }
}
