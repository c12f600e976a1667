package dev.plumbline.model;

import java.util.List;

/**
 * How long a bot waited for an answer.
 *
 * @param seconds each reading
 * @param kinds   what was waited for, by the names of the series; figures of several are not one figure
 */
public record Latencies(double[] seconds, List<String> kinds, Period period) implements Sample {

    public Latencies {
        seconds = seconds.clone();
        kinds = List.copyOf(kinds);
    }

    @Override
    public int size() {
        return seconds.length;
    }
}
