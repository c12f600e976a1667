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

    /**
     * The curve that these returns make of 1.
     *
     * @param before microseconds from the start of the first return's own period to its end
     */
    public EquityCurve curve(long before) {
        int n = value.length;
        long[] times = new long[n + 1];
        double[] grown = new double[n + 1];
        times[0] = n == 0 ? period.fromMicros() : micros[0] - before;
        grown[0] = 1;
        for (int i = 0; i < n; i++) {
            times[i + 1] = micros[i];
            grown[i + 1] = grown[i] * (1 + value[i]);
        }
        return new EquityCurve(times, grown, new double[n + 1], true, period, zone, "", "reported");
    }

    @Override
    public int size() {
        return value.length;
    }
}
