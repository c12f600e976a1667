package dev.plumbline.model;

/**
 * When a bot was started again.
 *
 * @param micros  microseconds since 1970, in order
 * @param planned whether the operator had said that it would be down then
 * @param signs   what tells of starts, in words
 */
public record Starts(long[] micros, boolean[] planned, String signs, Period period) implements Sample {

    public Starts {
        micros = micros.clone();
        planned = planned.clone();
        if (micros.length != planned.length) {
            throw new IllegalArgumentException(
                    "starts of different length: " + micros.length + " times, " + planned.length + " marks");
        }
    }

    @Override
    public int size() {
        return micros.length;
    }
}
