package dev.plumbline.sample;

import dev.plumbline.sample.RomaDecision.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the model decides. Whether a new position wins is drawn first; its direction follows from where the market goes, so
 * that prices and profits agree.
 */
final class RomaMind {

    private static final double APPETITE = 0.14;

    private final Market market;
    private final List<Coin> coins;
    private final Dice dice;
    private final Deck deck;
    private final Luck luck;
    private final double winRate;
    private final RomaTexts texts;

    RomaMind(Market market, List<Coin> coins, Dice dice, Luck luck, double winRate) {
        this.market = market;
        this.coins = coins;
        this.dice = dice;
        this.deck = Deck.of(dice, 40);
        this.luck = luck;
        this.winRate = winRate;
        this.texts = new RomaTexts(market, coins, dice);
    }

    RomaTexts texts() {
        return texts;
    }

    /** The decisions of a cycle; rarely none, when the answer could not be parsed. */
    List<RomaDecision> decide(RomaAccount account, long time, Plants plants) {
        List<RomaDecision> decisions = new ArrayList<>();
        if (dice.chance(0.004)) {
            return decisions;
        }
        for (RomaPosition position : account.positions()) {
            closing(position, time).ifPresent(decisions::add);
        }
        List<Coin> free = coins.stream().filter(coin -> !account.holds(coin)).toList();
        Coin coin = dice.oneOf(free);
        double appetite = APPETITE
                * plants.at(PlantKind.OPEN_SHARE, coin.contract(), time).orElse(1);
        decisions.add(dice.chance(appetite) ? opening(coin, account, time) : idle(account));
        return decisions;
    }

    private RomaDecision idle(RomaAccount account) {
        if (!account.positions().isEmpty() && dice.chance(0.7)) {
            Coin held = dice.oneOf(account.positions()).coin();
            return RomaDecision.of("hold", held.contract(), dice.between(0.5, 0.82), texts.hold());
        }
        String symbol = dice.chance(0.5) ? "" : dice.oneOf(coins).contract();
        return RomaDecision.of("wait", symbol, dice.between(0.3, 0.62), texts.pause());
    }

    private Optional<RomaDecision> closing(RomaPosition position, long time) {
        String symbol = position.coin().contract();
        boolean over =
                position.exit().reason().equals(Exit.TIME) && position.exit().time() <= time;
        if (over) {
            return Optional.of(
                    RomaDecision.of("close_" + position.side(), symbol, dice.between(0.55, 0.85), texts.close()));
        }
        if (position.partialTime() <= time && position.coin().lots(position.quantity() / 2) > 0) {
            double half = dice.chance(0.5) ? 0.5 : 50;
            return Optional.of(new RomaDecision(
                    "close_" + position.side(), symbol, dice.between(0.5, 0.8), "Bank half.", Plan.NONE, half));
        }
        return Optional.empty();
    }

    private RomaDecision opening(Coin coin, RomaAccount account, long time) {
        double margin = 150 + 25 * dice.below(13);
        double price = market.price(coin, time);
        int direction = dice.chance(0.5) ? 1 : -1;
        if (account.takes(margin, time)) {
            boolean up = exit(coin, time, 1).gain() > 0;
            if (!up && exit(coin, time, -1).gain() <= 0) {
                return idle(account);
            }
            direction = up == deck.draw(winRate, luck.at(time)) ? 1 : -1;
        }
        double reach = reach(coin);
        Plan plan = new Plan(
                2 + dice.below(9),
                margin,
                coin.tick(price * (1 - direction * reach)),
                coin.tick(price * (1 + direction * 1.25 * reach)));
        return new RomaDecision(
                direction > 0 ? "open_long" : "open_short",
                coin.contract(),
                dice.between(0.62, 0.93),
                texts.open(),
                plan,
                0);
    }

    /** The position that an executed opening becomes. */
    RomaPosition position(RomaDecision decision, Coin coin, long time) {
        int direction = decision.action().equals("open_long") ? 1 : -1;
        Plan plan = decision.plan();
        double price = market.price(coin, time);
        double quantity = coin.lots(plan.margin() * plan.leverage() / price);
        Exit exit = exit(coin, time, direction);
        long halfway = dice.chance(0.15) ? time + (exit.time() - time) / 2 : Long.MAX_VALUE;
        long opened = time + 1_500_000 + dice.below(900_000);
        return new RomaPosition(
                coin,
                direction,
                price,
                quantity,
                plan.margin(),
                plan.leverage(),
                opened,
                plan.stop(),
                plan.target(),
                exit,
                halfway,
                true);
    }

    private Exit exit(Coin coin, long time, int direction) {
        double reach = reach(coin);
        return market.exit(coin, time, direction, 1.25 * reach, reach, 5 * Market.HOUR);
    }

    double price(Coin coin, long time) {
        return market.price(coin, time);
    }

    private static double reach(Coin coin) {
        return 0.25 * coin.volatility();
    }
}
