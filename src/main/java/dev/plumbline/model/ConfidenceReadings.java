package dev.plumbline.model;

/**
 * Statements of confidence, in time order.
 *
 * @param micros microseconds since 1970
 * @param value  0 to 1
 * @param series which of the agent's series (symbol and interval) a reading belongs to, numbered from 0
 */
public record ConfidenceReadings(long[] micros, double[] value, int[] series, Period period) implements Sample {

    public ConfidenceReadings {
        micros = micros.clone();
        value = value.clone();
        series = series.clone();
        if (micros.length != value.length || series.length != value.length) {
            throw new IllegalArgumentException("confidence columns of different length: " + micros.length + " times, "
                    + value.length + " values, " + series.length + " series");
        }
    }

    @Override
    public int size() {
        return value.length;
    }
}
