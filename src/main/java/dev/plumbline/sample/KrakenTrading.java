package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What the Kraken bot bought and sold. On a day of a planted loss it buys what falls, just as much as the loss needs. */
final class KrakenTrading {

    static final double CAPITAL = 4_000;

    /** More than so many times the usual size, and the account could not pay for it. */
    private static final double MOST = 3;

    private static final long SLOT = 90 * Market.MINUTE;
    private static final long PATIENCE = 20 * Market.HOUR;
    private static final double PAUSE = 2.6 * Market.HOUR;
    private static final List<String> STRATEGIES = List.of("momentum_scalping", "mean_reversion", "grid");

    private final Scene scene;
    private final Dice dice;
    private final Deck deck;
    private final Luck luck;
    private final List<KrakenPosition> positions = new ArrayList<>();

    private KrakenTrading(Scene scene) {
        this.scene = scene;
        this.dice = scene.dice("trading");
        this.deck = Deck.of(scene.dice("results"), 50);
        this.luck = new Luck(scene.seed(), scene.member().name());
    }

    /** All positions that were opened, by time. */
    static List<KrakenPosition> of(Scene scene) {
        KrakenTrading trading = new KrakenTrading(scene);
        trading.run();
        scene.plants().of(PlantKind.DAILY_LOSS).forEach(trading::lose);
        return List.copyOf(trading.positions);
    }

    /** USD that trades closing in [from, to) made, as the bot writes it: after the fees of the exits. */
    static double realized(List<KrakenPosition> positions, long from, long to) {
        return positions.stream()
                .filter(position ->
                        position.exit().time() >= from && position.exit().time() < to)
                .mapToDouble(KrakenPosition::profit)
                .sum();
    }

    private void run() {
        long time = scene.from() + (long) dice.delay(PAUSE);
        while (time < scene.to()) {
            double notional = dice.between(110, 200);
            boolean win = deck.draw(0.56, luck.at(time));
            if (!scene.plants().silent(time)) {
                positions.add(position(time, notional, win));
            }
            time += (long) dice.delay(PAUSE) + 1_000_000;
        }
    }

    private KrakenPosition position(long time, double notional, boolean win) {
        int first = dice.below(Coin.ALL.size());
        String id = "pos_" + time / 1_000 + "_" + Integer.toHexString(0x1000 + dice.below(0xEFFF));
        String strategy = dice.oneOf(STRATEGIES);
        Plant loss = loss(time);
        KrakenPosition best = at(time, notional, Coin.ALL.get(first), PATIENCE, id, strategy);
        for (int i = 1; i < Coin.ALL.size() && (loss != null || best.exit().gain() > 0 != win); i++) {
            Coin coin = Coin.ALL.get((first + i) % Coin.ALL.size());
            long patience = loss == null ? PATIENCE : loss.to() - time - 2 * Market.MINUTE;
            KrakenPosition other = at(time, notional, coin, patience, id, strategy);
            if (loss == null
                    || other.exit().gain() < best.exit().gain()
                    || best.exit().time() >= loss.to()) {
                best = other;
            }
        }
        return best;
    }

    private KrakenPosition at(long time, double notional, Coin coin, long patience, String id, String strategy) {
        double price = scene.market().price(coin, time);
        // Kraken takes eight decimals, and pence matter to a planted loss
        double size = Coin.rounded(notional / price, 8);
        Exit exit = scene.market().exit(coin, time, 1, 0.019, 0.016, patience);
        long awake = scene.plants().awake(exit.time());
        if (awake > exit.time()) {
            double late = scene.market().price(coin, awake + Market.MINUTE);
            exit = new Exit(awake + Market.MINUTE, late, late / price - 1, Exit.TIME);
        }
        return new KrakenPosition(id, coin, time, price, size, exit, strategy);
    }

    /** The planted loss that a position of this moment belongs to. */
    private @Nullable Plant loss(long time) {
        for (Plant plant : scene.plants().of(PlantKind.DAILY_LOSS)) {
            if (plant.covers(time) && time < plant.to() - 2 * Market.HOUR) {
                return plant;
            }
        }
        return null;
    }

    /** Plants the loss in what was bought and sold inside its time; where that cannot bear it, in more that falls. */
    private void lose(Plant plant) {
        List<KrakenPosition> inside = positions.stream()
                .filter(position -> plant.covers(position.opened())
                        && plant.covers(position.exit().time()))
                .toList();
        if (!scaled(plant, inside, MOST)) {
            List<KrakenPosition> more = falling(plant);
            positions.addAll(more);
            scaled(plant, more, Double.MAX_VALUE);
        }
        positions.sort(Comparator.comparingLong(KrakenPosition::opened));
    }

    /** Scales some positions so that all closes of the time lose the planted sum; not by more than a factor. */
    private boolean scaled(Plant plant, List<KrakenPosition> some, double most) {
        double whole = realized(positions, plant.from(), plant.to());
        double ours = some.stream().mapToDouble(KrakenPosition::profit).sum();
        double factor = (-plant.size() - (whole - ours)) / ours;
        boolean possible = ours < 0 && factor > 0 && factor < most;
        if (possible) {
            positions.replaceAll(position ->
                    some.contains(position) ? position.withSize(Coin.rounded(factor * position.size(), 8)) : position);
        }
        return possible;
    }

    /** In every hour and a half of a time, what falls furthest in as long after it was bought. */
    private List<KrakenPosition> falling(Plant plant) {
        List<KrakenPosition> all = new ArrayList<>();
        for (long slot = plant.from() + SLOT / 2; slot < plant.to() - 2 * SLOT; slot += SLOT) {
            long begin = slot + dice.withinMinute();
            String id = "pos_" + begin / 1_000 + "_" + Integer.toHexString(0x1000 + dice.below(0xEFFF));
            LongStream.range(0, 12)
                    .map(step -> begin + step * SLOT / 12)
                    .filter(time -> !scene.plants().silent(time))
                    .boxed()
                    .flatMap(time -> Coin.ALL.stream().map(coin -> at(time, 150, coin, SLOT, id, STRATEGIES.get(0))))
                    .min(Comparator.comparingDouble(KrakenPosition::profit))
                    .filter(position -> position.profit() < 0)
                    .ifPresent(all::add);
        }
        return all;
    }
}
