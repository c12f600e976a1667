package dev.plumbline.model;

/**
 * Errors in the period, and what they are held against.
 *
 * @param attempts    how many chances of an error there were
 * @param denominator what an attempt is, in words: {@code candles}, {@code cycles}
 */
public record ErrorCounts(long errors, long attempts, String denominator, Period period) implements Sample {

    @Override
    public int size() {
        return Math.toIntExact(attempts);
    }
}
