package dev.plumbline.sample;

import java.util.HashMap;
import java.util.Map;

/**
 * Yes or no at a stated rate, drawn from decks of cards: streaks and bad days occur, and yet the rate is kept. One deck for
 * each rate.
 */
final class Deck {

    private final Dice dice;
    private final int size;
    private final Map<Double, Cards> decks = new HashMap<>();

    private Deck(Dice dice, int size) {
        this.dice = dice;
        this.size = size;
    }

    /** A small deck keeps closer to its rate than a large one. */
    static Deck of(Dice dice, int size) {
        return new Deck(dice, size);
    }

    boolean draw(double rate) {
        return draw(rate, 0);
    }

    /**
     * Draws one card.
     *
     * @param luck added to the log odds of this draw: above 0 on a good day
     */
    boolean draw(double rate, double luck) {
        Cards cards = decks.get(rate);
        if (cards == null || cards.yes() + cards.no() == 0) {
            double exact = rate * size;
            int yes = (int) exact + (dice.chance(exact - (int) exact) ? 1 : 0);
            cards = new Cards(yes, size - yes);
        }
        double weight = cards.yes() * StrictMath.exp(luck);
        boolean drawn = dice.uniform() * (weight + cards.no()) < weight;
        decks.put(rate, drawn ? new Cards(cards.yes() - 1, cards.no()) : new Cards(cards.yes(), cards.no() - 1));
        return drawn;
    }

    private record Cards(int yes, int no) {}
}
