package dev.plumbline.model;

/**
 * Closed trades, with the decision that opened them and without.
 *
 * @param linked   trades whose decision is known
 * @param unlinked those without one
 */
public record TradeLinks(long linked, long unlinked, Period period) implements Sample {

    @Override
    public int size() {
        return Math.toIntExact(linked + unlinked);
    }
}
