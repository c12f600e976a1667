package dev.plumbline.metric;

import dev.plumbline.model.ModeHistory;
import java.util.stream.IntStream;

/**
 * How often a bot changes its mode. A transition is a state whose mode differs from the state before it in the same
 * series, the carried one included. n counts the states of the period.
 */
final class ModeTransitions {

    private static final double WEEK = 7 * 86_400e6;
    private static final long HOUR = 3_600_000_000L;

    private ModeTransitions() {}

    /**
     * Transitions a week, of all series together.
     *
     * <p>Formula: transitions / weeks observed: from the start of the period, or from the first state where none was
     * carried into it, to {@code end}. Unit: things a week, with its {@link Garwood} interval. One state: 0. No states at
     * all, or no time: undefined, NONE.
     */
    static Result weekly(ModeHistory history, Conventions conventions) {
        long from = Long.MAX_VALUE;
        for (long time : history.micros()) {
            from = Math.min(from, Math.max(time, history.period().fromMicros()));
        }
        return from >= history.end() ? none(history) : weekly(history, (history.end() - from) / WEEK, conventions);
    }

    private static Result weekly(ModeHistory history, double weeks, Conventions conventions) {
        int[] rows = transitions(history);
        long[] times = IntStream.of(rows).mapToLong(i -> history.micros()[i]).toArray();
        Spread spread = DayBlocks.ofCounts(DayBlocks.of(history.period()).counts(times));
        return Garwood.rate(rows.length, weeks, history.size(), conventions)
                .with(new Evidence.Rate(rows.length, weeks, spread));
    }

    /**
     * The most transitions of one series within an hour.
     *
     * <p>Formula: max over series and t of the transitions in [t, t + 1 h). Unit: a number of things; more than 2 is
     * called oscillation. No states at all: undefined, NONE.
     */
    static Result peak(ModeHistory history, Conventions conventions) {
        if (history.micros().length == 0) {
            return none(history);
        }
        int[] rows = transitions(history);
        int first = 0;
        int most = 0;
        for (int i = 0; i < rows.length; i++) {
            while (history.series()[rows[first]] != history.series()[rows[i]]
                    || history.micros()[rows[i]] - history.micros()[rows[first]] >= HOUR) {
                first++;
            }
            most = Math.max(most, i - first + 1);
        }
        return Result.of(most, history.size());
    }

    /** The rows that are transitions. */
    private static int[] transitions(ModeHistory history) {
        int[] series = history.series();
        String[] mode = history.mode();
        return IntStream.range(1, mode.length)
                .filter(i -> series[i] == series[i - 1] && !mode[i].equals(mode[i - 1]))
                .toArray();
    }

    private static Result none(ModeHistory history) {
        return Result.undefined(history.size(), Result.Reason.NONE, "no mode states in the period");
    }
}
