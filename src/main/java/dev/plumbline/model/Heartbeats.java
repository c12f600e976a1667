package dev.plumbline.model;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Signs of life of an agent: the instants at which it wrote anything, in order.
 *
 * @param micros microseconds since 1970, strictly increasing
 * @param period what should have been covered: from the agent's first row on, where that is later
 */
public record Heartbeats(long[] micros, Period period) implements Sample {

    public Heartbeats {
        micros = micros.clone();
    }

    /** The usual time between two signs of life; empty under 3 of them. */
    public OptionalDouble medianGapSeconds() {
        if (micros.length < 3) {
            return OptionalDouble.empty();
        }
        long[] gaps = new long[micros.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = micros[i + 1] - micros[i];
        }
        Arrays.sort(gaps);
        int middle = gaps.length / 2;
        double median = gaps.length % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2.0;
        return OptionalDouble.of(median / 1e6);
    }

    @Override
    public int size() {
        return micros.length;
    }
}
