package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes positions, their trades and balances to {@code kraken_bot.db}; every time is in milliseconds. */
final class KrakenDatabase {

    private final Scene scene;
    private final List<KrakenPosition> positions;
    private final Dice dice;

    private KrakenDatabase(Scene scene, List<KrakenPosition> positions) {
        this.scene = scene;
        this.positions = positions;
        this.dice = scene.dice("tables");
    }

    static void write(Scene scene, List<KrakenPosition> positions) {
        try (SqliteFile file = SqliteFile.create(scene.place().resolve("kraken_bot.db"), KrakenSchema.TABLES)) {
            KrakenDatabase database = new KrakenDatabase(scene, positions);
            database.positions(file);
            database.trades(file);
            KrakenPortfolio.write(file, scene, positions);
        }
        scene.output().written(scene.place().resolve("kraken_bot.db"));
    }

    private void positions(SqliteFile file) {
        file.insert(
                "positions",
                "position_id,symbol,position_type,status,original_size,current_size,avg_entry_price,current_price,"
                        + "realized_pnl,unrealized_pnl,total_fees,entry_fees,exit_fees,created_at,updated_at,closed_at,"
                        + "strategy,tags,max_drawdown,max_profit,hold_time_seconds",
                positions.stream().map(this::position));
    }

    private @Nullable Object[] position(KrakenPosition position) {
        boolean closed = position.closed(scene.to());
        long last = closed ? position.exit().time() : scene.to() - 1;
        double price = closed ? position.exit().price() : scene.market().price(position.coin(), last);
        double move = (price - position.price()) * position.size();
        double[] range = scene.market().candle(position.coin(), position.opened(), last + 1);
        return new @Nullable Object[] {
            position.id(),
            position.coin().pair(),
            "LONG",
            closed ? "CLOSED" : "OPEN",
            position.size(),
            closed ? 0 : position.size(),
            position.price(),
            price,
            closed ? position.profit() : 0,
            closed ? 0 : Coin.rounded(move, 8),
            Coin.rounded(position.entryFee() + (closed ? position.exitFee() : 0), 8),
            position.entryFee(),
            closed ? position.exitFee() : 0,
            position.opened() / 1_000,
            last / 1_000,
            closed ? last / 1_000 : null,
            position.strategy(),
            "[\"" + position.strategy() + "\"]",
            Coin.rounded(Math.max(0, position.price() - range[2]) * position.size(), 8),
            Coin.rounded(Math.max(0, range[1] - position.price()) * position.size(), 8),
            closed ? (last - position.opened()) / 1_000_000 : 0
        };
    }

    /** A fill of a position. */
    private record Fill(KrakenPosition position, boolean buys, long time) {}

    private void trades(SqliteFile file) {
        List<Fill> fills = new ArrayList<>();
        for (KrakenPosition position : positions) {
            fills.add(new Fill(position, true, position.opened()));
            if (position.closed(scene.to())) {
                fills.add(new Fill(position, false, position.exit().time()));
            }
        }
        fills.sort(Comparator.comparingLong(Fill::time));
        List<@Nullable Object[]> trades = new ArrayList<>();
        List<@Nullable Object[]> balances = new ArrayList<>();
        double cash = KrakenTrading.CAPITAL;
        double total = 0;
        for (Fill fill : fills) {
            KrakenPosition position = fill.position();
            total += fill.buys() ? 0 : position.profit();
            double before = cash;
            cash += fill.buys()
                    ? -position.cost() - position.entryFee()
                    : position.exit().price() * position.size() - position.exitFee();
            trades.add(trade(fill, total));
            balances.add(balance(fill, before, cash));
        }
        file.insert(
                "trade_history",
                "trade_id,position_id,order_id,symbol,trade_type,order_type,size,price,executed_size,executed_price,"
                        + "fees,fee_currency,status,execution_time,created_at,strategy,slippage,trade_pnl,"
                        + "cumulative_pnl,bid_price,ask_price,spread",
                trades.stream());
        file.insert(
                "balance_history",
                "asset,balance,hold_trade,source,change_reason,timestamp_ms,timestamp_readable,balance_change,"
                        + "percentage_change,running_total,created_at",
                balances.stream());
    }

    private @Nullable Object[] trade(Fill fill, double total) {
        KrakenPosition position = fill.position();
        Coin coin = position.coin();
        double price = fill.buys() ? position.price() : position.exit().price();
        double spread = Coin.rounded(price * 0.0001, coin.decimals() + 1);
        long millis = fill.time() / 1_000;
        return new @Nullable Object[] {
            "trade_" + millis + position.id().substring(position.id().lastIndexOf('_')),
            position.id(),
            order(),
            coin.pair(),
            fill.buys() ? "BUY" : "SELL",
            fill.buys() ? "LIMIT" : "MARKET",
            position.size(),
            price,
            position.size(),
            price,
            fill.buys() ? position.entryFee() : position.exitFee(),
            "USDT",
            "EXECUTED",
            millis + 180 + dice.below(900),
            millis,
            position.strategy(),
            Coin.rounded(0.0002 * dice.uniform(), 6),
            fill.buys() ? null : position.profit(),
            fill.buys() ? null : Coin.rounded(total, 8),
            Coin.rounded(price - spread / 2, coin.decimals() + 2),
            Coin.rounded(price + spread / 2, coin.decimals() + 2),
            spread
        };
    }

    private @Nullable Object[] balance(Fill fill, double before, double after) {
        return new @Nullable Object[] {
            "USDT",
            Coin.rounded(after, 8),
            0,
            "websocket",
            fill.buys()
                    ? "buy " + fill.position().coin().pair()
                    : "sell " + fill.position().coin().pair(),
            fill.time() / 1_000,
            Iso.text(fill.time() - fill.time() % 1_000),
            Coin.rounded(after - before, 8),
            Coin.rounded(100 * (after - before) / before, 6),
            Coin.rounded(after, 8),
            fill.time() / 1_000
        };
    }

    /** An order's number as Kraken gives them: {@code OABCDE-FGHIJ-KLMNOP}. */
    private String order() {
        StringBuilder id = new StringBuilder("O");
        for (int i = 0; i < 16; i++) {
            id.append(i == 5 || i == 10 ? "-" : "");
            id.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(dice.below(32)));
        }
        return id.toString();
    }
}
