package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The signals that the BingX bot heard, the orders it made of them, and what its counters count. */
final class BingxTrading {

    static final long VIP = -1_002_299_206_473L;
    private static final long CRYPTET = -1_001_804_143_400L;
    private static final double PAUSE = 6.0 * Market.MINUTE;

    private final Scene scene;
    private final Dice dice;
    private final Deck failures;
    private final List<BingxSignal> signals = new ArrayList<>();
    private final Map<String, BingxChange> changes = new HashMap<>();
    private final Map<Coin, Long> held = new HashMap<>();

    private BingxTrading(Scene scene) {
        this.scene = scene;
        this.dice = scene.dice("signals");
        this.failures = Deck.of(scene.dice("failures"), 20);
    }

    static BingxTrading of(Scene scene) {
        BingxTrading trading = new BingxTrading(scene);
        int message = 4_000;
        for (long time = scene.from() + 20_000_000;
                time < scene.to();
                time += 2_000_000 + (long) trading.dice.delay(PAUSE)) {
            message += 1 + trading.dice.below(3);
            if (BingxProcess.up(scene, time) && !scene.plants().covers(PlantKind.NO_SIGNALS, time)) {
                trading.signal(time, message);
            }
        }
        trading.positions();
        return trading;
    }

    List<BingxSignal> signals() {
        return signals;
    }

    /** What an order did to a position, by the order's number. */
    Map<String, BingxChange> changes() {
        return changes;
    }

    private void signal(long time, int message) {
        long chat = dice.chance(0.6) ? VIP : CRYPTET;
        double seconds = Coin.rounded(0.02 + 0.05 * Math.abs(dice.normal()), 4);
        boolean readable = !dice.chance(0.04);
        signals.add(new BingxSignal(time, chat, message, seconds, readable ? order(time) : null));
    }

    private BingxOrder order(long time) {
        Coin coin = dice.oneOf(Coin.ALL);
        double market = scene.market().price(coin, time);
        double price = dice.chance(0.4) ? coin.tick(market * dice.between(0.998, 1.002)) : 0;
        long quantity = Math.max(1, Math.round(1e6 * dice.between(10, 80) / market));
        long net = held.getOrDefault(coin, 0L);
        boolean buys = dice.chance(net > 0 ? 0.25 : net < 0 ? 0.75 : 0.5);
        double share = scene.plants().at(PlantKind.ORDER_FAILURES, "", time).orElse(0.02);
        boolean fails = failures.draw(share);
        double seconds = Coin.rounded(fails ? dice.between(0.4, 10.5) : 0.18 + 0.15 * Math.abs(dice.normal()), 4);
        long answered = time + 60_000 + (long) (seconds * 1e6);
        String status = fails ? (dice.chance(0.7) ? "FAILED" : "ERROR") : fate(dice.uniform());
        long settled = answered + 1_000_000L + dice.below(29_000_000);
        if (!BingxProcess.up(scene, settled)) {
            settled = BingxProcess.back(scene, settled) + 31_000_000;
        }
        boolean known = settled < scene.to();
        long filled = status.equals("FILLED") ? quantity : status.equals("PARTIALLY_FILLED") ? quantity / 2 : 0;
        if (status.equals("FILLED") && known) {
            held.merge(coin, buys ? quantity : -quantity, Long::sum);
        }
        String broker = fails ? "" : "19" + (100_000_000_000_000L + (long) (dice.uniform() * 8e14));
        return new BingxOrder(
                uuid(),
                broker,
                coin,
                buys,
                price,
                quantity,
                5 * (1 + dice.below(5)),
                fails || known ? status : "SUBMITTED",
                answered,
                settled,
                known ? filled : 0,
                seconds);
    }

    private static String fate(double lot) {
        return lot < 0.95
                ? "FILLED"
                : lot < 0.97 ? "CANCELLED" : lot < 0.98 ? "REJECTED" : lot < 0.99 ? "EXPIRED" : "PARTIALLY_FILLED";
    }

    /** Filled orders move the position of their symbol, one after the other. */
    private void positions() {
        Map<Coin, BingxChange> last = new HashMap<>();
        for (BingxOrder order : filled()) {
            BingxChange now = last.getOrDefault(order.coin(), new BingxChange(0, 0, 0));
            long step = order.buys() ? order.filled() : -order.filled();
            long after = now.after() + step;
            BingxChange change = new BingxChange(now.after(), after, average(now, step, order.price()));
            last.put(order.coin(), change);
            changes.put(order.id(), change);
        }
    }

    /** What the position cost on average: the bot knows only prices that a signal named. */
    private static double average(BingxChange now, long step, double price) {
        long after = now.after() + step;
        boolean grows = Math.abs(after) > Math.abs(now.after()) && Long.signum(after) == Long.signum(step);
        if (after == 0) {
            return 0;
        }
        if (price == 0 || !grows) {
            return now.average();
        }
        if (now.average() == 0 || Long.signum(now.after()) != Long.signum(after)) {
            return price;
        }
        return Coin.rounded((now.after() * now.average() + step * price) / after, 8);
    }

    /** Orders that were filled, in the order in which the bot heard of it. */
    List<BingxOrder> filled() {
        return orders().stream()
                .filter(order -> order.status().equals("FILLED"))
                .sorted(Comparator.comparingLong(BingxOrder::settled))
                .toList();
    }

    /** Every order, oldest first. */
    List<BingxOrder> orders() {
        List<BingxOrder> orders = new ArrayList<>();
        for (BingxSignal signal : signals) {
            if (signal.order() != null) {
                orders.add(signal.order());
            }
        }
        return orders;
    }

    /** Everything that moves a counter, by time. */
    List<BingxEvent> events() {
        List<BingxEvent> events = new ArrayList<>();
        for (BingxSignal signal : signals) {
            BingxOrder order = signal.order();
            if (order == null) {
                events.add(new BingxEvent(signal.time(), "signals_parse_failed_total", signal));
                continue;
            }
            events.add(new BingxEvent(signal.time(), "orders_created_total", signal));
            if (order.failed()) {
                events.add(new BingxEvent(order.answered(), "orders_failed_total", signal));
                continue;
            }
            events.add(new BingxEvent(order.answered(), "orders_submitted_total", signal));
            if (order.settled(scene.to())) {
                events.add(new BingxEvent(order.settled(), "orders_reconciled_total", signal));
            }
        }
        Dice faults = scene.dice("faults");
        for (long time = scene.from(); time < scene.to(); time += (long) faults.delay(40.0 * Market.HOUR)) {
            String counter = faults.chance(0.5) ? "reconciliation_errors_total" : "signals_processing_errors_total";
            events.add(new BingxEvent(time, counter, null));
        }
        events.sort(Comparator.comparingLong(BingxEvent::time));
        return events;
    }

    private String uuid() {
        StringBuilder id = new StringBuilder(36);
        for (int i = 0; i < 32; i++) {
            id.append(i == 8 || i == 12 || i == 16 || i == 20 ? "-" : "");
            id.append(i == 12 ? '4' : i == 16 ? "89ab".charAt(dice.below(4)) : Character.forDigit(dice.below(16), 16));
        }
        return id.toString();
    }
}
