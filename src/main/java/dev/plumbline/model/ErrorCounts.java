package dev.plumbline.model;

import java.util.List;

/**
 * Errors in the period, and what they are held against.
 *
 * @param attempts    how many chances of an error there were
 * @param denominator what an attempt is, in words: {@code candles}, {@code cycles}
 * @param days        errors of each day of the period; empty where they are not known
 */
public record ErrorCounts(long errors, long attempts, String denominator, List<Long> days, Period period)
        implements Sample {

    public ErrorCounts {
        days = List.copyOf(days);
    }

    /** Of days that are not known. */
    public ErrorCounts(long errors, long attempts, String denominator, Period period) {
        this(errors, attempts, denominator, List.of(), period);
    }

    @Override
    public int size() {
        return Math.toIntExact(attempts);
    }
}
