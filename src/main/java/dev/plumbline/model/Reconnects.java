package dev.plumbline.model;

/**
 * How often a bot connected again.
 *
 * @param count    as its counters rose, or its events tell
 * @param readings how many readings tell of it
 * @param unknown  readings that have none before them to rise from
 */
public record Reconnects(long count, int readings, int unknown, Period period) implements Sample {

    @Override
    public int size() {
        return readings;
    }
}
