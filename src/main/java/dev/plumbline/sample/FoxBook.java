package dev.plumbline.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The positions of one fox: a wave of signals every quarter of an hour, each position closed by the market. */
final class FoxBook {

    private static final long WAVE = 15 * Market.MINUTE;
    private static final long PATIENCE = 14 * Market.HOUR;

    private final Deque<FoxPosition> coming;
    private final List<FoxPosition> open = new ArrayList<>();

    private FoxBook(List<FoxPosition> all) {
        all.sort(Comparator.comparingLong(FoxPosition::opened));
        coming = new ArrayDeque<>(all);
    }

    static FoxBook of(Scene scene) {
        Dice dice = scene.dice("waves");
        Luck luck = new Luck(scene.seed(), scene.member().name());
        List<FoxPosition> all = new ArrayList<>();
        for (long wave = scene.from() - Market.DAY; wave < scene.to(); wave += WAVE) {
            int signals = dice.below(5);
            for (int i = 0; i < signals; i++) {
                long time = wave + 5 * Market.MINUTE + i * 4_000_000L + dice.below(3_000_000);
                all.add(position(scene.market(), dice, luck, time));
            }
        }
        return new FoxBook(all);
    }

    private static FoxPosition position(Market market, Dice dice, Luck luck, long time) {
        Coin coin = dice.oneOf(Coin.ALL);
        String exchange = dice.chance(0.78) ? "binance" : "bybit";
        double price = market.price(coin, time);
        double quantity = Math.max(coin.lots(200 / price), StrictMath.pow(10, -coin.lot()));
        boolean won = dice.chance(0.5 + 0.1 * luck.at(time));
        int direction = dice.chance(0.5) ? 1 : -1;
        Exit exit = exit(market, coin, time, direction);
        if (exit.gain() > 0 != won) {
            direction = -direction;
            exit = exit(market, coin, time, direction);
        }
        return new FoxPosition(time, exchange, coin, direction, price, quantity, exit);
    }

    private static Exit exit(Market market, Coin coin, long time, int direction) {
        return market.exit(coin, time, direction, 0.024, 0.02, PATIENCE);
    }

    /** Positions that were opened since the last call. */
    List<FoxPosition> opened(long time) {
        List<FoxPosition> fresh = new ArrayList<>();
        while (!coming.isEmpty() && coming.getFirst().opened() <= time) {
            fresh.add(coming.removeFirst());
        }
        open.addAll(fresh);
        return fresh;
    }

    /** Positions that were closed since the last call, by time. */
    List<FoxPosition> closed(long time) {
        List<FoxPosition> gone = open.stream()
                .filter(position -> !position.open(time))
                .sorted(Comparator.comparingLong(position -> position.exit().time()))
                .toList();
        open.removeAll(gone);
        return gone;
    }

    /** The bot is down until a time: no wave is taken, and what closes is not seen closing. */
    void skip(long time) {
        while (!coming.isEmpty() && coming.getFirst().opened() <= time) {
            coming.removeFirst();
        }
        closed(time);
    }

    List<FoxPosition> open() {
        return open;
    }

    int on(String exchange) {
        return (int) open.stream()
                .filter(position -> position.exchange().equals(exchange))
                .count();
    }

    int aged(long time) {
        return (int) open.stream()
                .filter(position -> position.opened() < time - FoxPosition.AGED)
                .count();
    }
}
