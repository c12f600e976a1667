package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;

/**
 * What a trade brings on average.
 *
 * <p>Formula: Σ P&L / trades, trades with P&L of 0 included.
 *
 * <p>Unit: money a trade, positive is profit; a share of the price a trade where no money is known. Bootstrap interval.
 *
 * <ul>
 *   <li>no trades: undefined, NONE
 *   <li>one trade: its P&L, without an interval
 *   <li>all equal: that P&L, with an interval of no width
 *   <li>no loss: as always
 * </ul>
 *
 * <p>Conventions: one peer leaves P&L of 0 out, another gives a ratio under this name.
 */
final class Expectancy implements Formula<ClosedTrades> {

    @Override
    public Result apply(ClosedTrades trades, Conventions conventions) {
        Moments moments = Moments.of(trades.pnl(), conventions);
        TradeDays days = TradeDays.of(trades, conventions);
        return TradeBootstrap.of(trades.pnl(), trades.size(), t -> t.net() / t.n(), conventions)
                .with(new Evidence.Mean(
                        moments.mean(),
                        moments.sd(),
                        moments.n(),
                        moments.n(),
                        spread(days, moments),
                        DayTotal.of(days.net(), days.n())));
    }

    private static Spread spread(TradeDays days, Moments moments) {
        return DayBlocks.ofMeans(days.net(), days.n(), moments.sd() * moments.sd());
    }
}
