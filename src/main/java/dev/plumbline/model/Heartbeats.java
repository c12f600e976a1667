package dev.plumbline.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Signs of life of an agent: the instants at which it wrote anything, in order.
 *
 * @param micros         microseconds since 1970, strictly increasing
 * @param period         what should have been covered: from the agent's first row on, where that is later
 * @param plannedSeconds planned downtime that was taken out of both
 */
public record Heartbeats(long[] micros, Period period, double plannedSeconds) implements Sample {

    public Heartbeats {
        micros = micros.clone();
    }

    public Heartbeats(long[] micros, Period period) {
        this(micros, period, 0);
    }

    /**
     * The same with planned downtime taken out of the time: what comes after it moves up to its beginning, so that it is
     * neither a gap nor time to be covered. Signs of life within it are left out.
     */
    public Heartbeats without(List<Period> planned) {
        List<long[]> out = new ArrayList<>();
        planned.stream()
                .map(down -> new long[] {
                    Math.max(down.fromMicros(), period.fromMicros()), Math.min(down.toMicros(), period.toMicros())
                })
                .filter(down -> down[1] > down[0])
                .sorted(Comparator.comparingLong(down -> down[0]))
                .forEach(down -> {
                    long[] last = out.isEmpty() ? new long[] {0, Long.MIN_VALUE} : out.get(out.size() - 1);
                    if (down[0] <= last[1]) {
                        last[1] = Math.max(last[1], down[1]);
                    } else {
                        out.add(down);
                    }
                });
        long whole = out.stream().mapToLong(down -> down[1] - down[0]).sum();
        if (whole == 0) {
            return this;
        }
        long[] moved = Arrays.stream(micros)
                .filter(time -> out.stream().noneMatch(down -> time > down[0] && time < down[1]))
                .map(time -> time
                        - out.stream()
                                .filter(down -> down[1] <= time)
                                .mapToLong(down -> down[1] - down[0])
                                .sum())
                .distinct()
                .toArray();
        Period shorter = Period.of(period.from(), Period.instant(period.toMicros() - whole));
        return new Heartbeats(moved, shorter, plannedSeconds + whole / 1e6);
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
