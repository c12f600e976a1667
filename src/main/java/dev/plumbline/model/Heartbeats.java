package dev.plumbline.model;

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

    @Override
    public int size() {
        return micros.length;
    }
}
