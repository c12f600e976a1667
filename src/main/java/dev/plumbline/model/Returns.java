package dev.plumbline.model;

import java.time.ZoneId;

/**
 * Simple returns of one spacing, in time order.
 *
 * @param micros the end of each return's own period, microseconds since 1970
 * @param value  fractions: 0.01 is one per cent
 * @param period the period asked for
 * @param zone   the zone whose days are meant
 */
public record Returns(long[] micros, double[] value, Period period, ZoneId zone) implements Sample {

    public Returns {
        micros = micros.clone();
        value = value.clone();
        if (micros.length != value.length) {
            throw new IllegalArgumentException(
                    "returns of different length: " + micros.length + " times, " + value.length + " values");
        }
    }

    @Override
    public int size() {
        return value.length;
    }
}
