package dev.plumbline.baseline;

import java.util.Arrays;

/**
 * A series as it was known over time: each value holds until the next one, for so long at most; after that nobody knows.
 *
 * @param micros  when each value was known, ascending
 * @param values  NaN where it was known that nobody knows
 * @param growth  what a value grows by a second while it holds: 1 for the time since something, else 0
 * @param holds   for how many microseconds a value stands without a new one
 * @param missing why there are none; empty when there are
 */
public record Readings(long[] micros, double[] values, double growth, long holds, String missing) {

    /** A value that stands until the next one, however long that takes. */
    public static final long FOREVER = Long.MAX_VALUE / 4;

    public Readings {
        if (micros.length != values.length) {
            throw new IllegalArgumentException(micros.length + " times and " + values.length + " values");
        }
        for (int i = 1; i < micros.length; i++) {
            if (micros[i] < micros[i - 1]) {
                throw new IllegalArgumentException("readings out of order at " + i);
            }
        }
        if (growth < 0 || holds <= 0) {
            throw new IllegalArgumentException("growth " + growth + ", holds " + holds);
        }
        micros = micros.clone();
        values = values.clone();
    }

    public static Readings of(long[] micros, double[] values, long holds) {
        return new Readings(micros, values, 0, holds, "");
    }

    /** No readings, and why. */
    public static Readings missing(String reason) {
        return new Readings(new long[0], new double[0], 0, FOREVER, reason);
    }

    /** Seconds since the newest of these instants, known until {@code end}. */
    public static Readings since(long[] instants) {
        return new Readings(instants, new double[instants.length], 1, FOREVER, "");
    }

    /** The readings, as long as they may stand where three are missing: three times their usual distance, 5 min at least. */
    public static long usualHold(long[] micros) {
        long[] gaps = new long[Math.max(0, micros.length - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = micros[i + 1] - micros[i];
        }
        Arrays.sort(gaps);
        long median = gaps.length == 0 ? 0 : gaps[gaps.length / 2];
        return Math.max(300_000_000L, 3 * median);
    }

    public int size() {
        return micros.length;
    }

    /** Until when the value at {@code i} is known. */
    long until(int i, long end) {
        long next = i + 1 < micros.length ? micros[i + 1] : end;
        return Math.min(Math.min(next, end), micros[i] > FOREVER - holds ? FOREVER : micros[i] + holds);
    }
}
