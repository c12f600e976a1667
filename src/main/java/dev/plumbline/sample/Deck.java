package dev.plumbline.sample;

import java.util.HashMap;
import java.util.Map;

/**
 * Yes or no at a stated rate, drawn from shuffled decks of a hundred: streaks occur, and yet the rate is kept. One deck
 * for each rate.
 */
final class Deck {

    private static final int CARDS = 100;

    private final Dice dice;
    private final Map<Integer, int[]> left = new HashMap<>();

    private Deck(Dice dice) {
        this.dice = dice;
    }

    static Deck of(Dice dice) {
        return new Deck(dice);
    }

    /** Draws from the deck with {@code round(100 rate)} yes cards. */
    boolean draw(double rate) {
        int yes = (int) Math.round(rate * CARDS);
        int[] cards = left.computeIfAbsent(yes, y -> new int[] {y, CARDS});
        if (cards[1] == 0) {
            cards[0] = yes;
            cards[1] = CARDS;
        }
        boolean drawn = dice.below(cards[1]) < cards[0];
        cards[1]--;
        cards[0] -= drawn ? 1 : 0;
        return drawn;
    }
}
