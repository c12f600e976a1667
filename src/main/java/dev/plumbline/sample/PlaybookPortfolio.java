package dev.plumbline.sample;

import dev.plumbline.sample.PlaybookRows.Trade;
import java.util.ArrayList;
import java.util.List;

/**
 * The money of the live agent: every trade with the same stake, a fee on each side, marked to the market every quarter of
 * an hour.
 */
final class PlaybookPortfolio {

    static final double CAPITAL = 10_000;
    static final double STAKE = 500;
    static final double FEE_RATE = 0.0005;
    static final double DEPOSIT = 2_000;

    private PlaybookPortfolio() {}

    /** A row of {@code portfolio_snapshots}; {@code pnl} since the beginning, deposits apart. */
    record Snapshot(long time, double value, double pnl) {}

    /** Money made by a trade that has ended, after fees. */
    static double net(Trade trade) {
        return STAKE * trade.exit().gain() - 2 * STAKE * FEE_RATE;
    }

    /** Money that an open trade would have made, after the fee of its entry. */
    static double unrealised(Trade trade, Market market, long time) {
        double price = market.price(trade.series().coin(), time);
        return STAKE * trade.direction() * (price / trade.entryPrice() - 1) - STAKE * FEE_RATE;
    }

    static List<Snapshot> snapshots(PlaybookHistory history, Market market, long from, long to, long deposit) {
        List<Snapshot> snapshots = new ArrayList<>();
        List<Trade> trades = history.trades();
        double realised = 0;
        int ended = 0;
        for (long time = from; time < to; time += 15 * Market.MINUTE) {
            for (; ended < trades.size() && trades.get(ended).exitTime() <= time; ended++) {
                realised += net(trades.get(ended));
            }
            double pnl = realised;
            for (Trade trade : trades.subList(ended, trades.size())) {
                pnl += trade.entryTime() <= time ? unrealised(trade, market, time) : 0;
            }
            double paid = CAPITAL + (time >= deposit ? DEPOSIT : 0);
            snapshots.add(new Snapshot(time, Coin.rounded(paid + pnl, 2), Coin.rounded(pnl, 2)));
        }
        return snapshots;
    }
}
