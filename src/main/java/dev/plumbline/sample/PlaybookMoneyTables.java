package dev.plumbline.sample;

import dev.plumbline.model.Period;
import dev.plumbline.sample.PlaybookRows.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The four tables that only the guide knows, for the live agent. */
final class PlaybookMoneyTables {

    private PlaybookMoneyTables() {}

    static void write(
            SqliteFile file, PlaybookHistory history, Market market, Period period, Plants plants, Dice dice) {
        long from = period.fromMicros();
        long to = period.toMicros();
        file.insert("config", "initial_capital", Stream.of(new @Nullable Object[][] {{PlaybookPortfolio.CAPITAL}}));
        file.insert(
                "portfolio_snapshots",
                "timestamp,total_value,pnl",
                PlaybookPortfolio.snapshots(history, market, from, to, Happenings.deposit(period)).stream()
                        .filter(snapshot -> !plants.silent(snapshot.time()))
                        .map(s -> new @Nullable Object[] {s.time() / 1_000_000, s.value(), s.pnl()}));
        file.insert(
                "positions",
                "status,pnl,current_price,entry_price,quantity",
                history.trades().stream().filter(t -> t.entryTime() < to).map(trade -> position(trade, market, to)));
        List<@Nullable Object[]> errors = new ArrayList<>();
        long time = from;
        while ((time += (long) (Math.max(0.2, dice.delay(40)) * Market.HOUR)) < to) {
            if (!plants.silent(time)) {
                errors.add(new @Nullable Object[] {Iso.text(time + dice.below(1_000_000))});
            }
        }
        file.insert("error_log", "timestamp", errors.stream());
    }

    /** Shorts have a negative quantity, so that the guide's (current_price - entry_price) * quantity holds for both. */
    private static @Nullable Object[] position(Trade trade, Market market, long now) {
        boolean closed = trade.exitTime() < now;
        double price =
                closed ? trade.exit().price() : market.price(trade.series().coin(), now - 1);
        double pnl = closed ? PlaybookPortfolio.net(trade) : PlaybookPortfolio.unrealised(trade, market, now - 1);
        return new @Nullable Object[] {
            closed ? "closed" : "open",
            Coin.rounded(pnl, 4),
            price,
            trade.entryPrice(),
            Coin.rounded(trade.direction() * PlaybookPortfolio.STAKE / trade.entryPrice(), 8)
        };
    }
}
