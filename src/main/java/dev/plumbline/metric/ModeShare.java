package dev.plumbline.metric;

import dev.plumbline.model.ModeHistory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of its states, or of its time, a bot is in a mode.
 *
 * <p>Unit: share, 0 to 1. A mode that never was: 0. No states: undefined, NONE.
 */
final class ModeShare {

    private ModeShare() {}

    /**
     * By rows, as the playbook counts.
     *
     * <p>Formula: states of the period in the mode / states of the period. Rows that follow each other are alike: the
     * {@link Wilson} interval and the evidence count only what they are worth, see {@link EffectiveSize}.
     */
    static Formula<ModeHistory> rows(String mode) {
        return (history, conventions) -> {
            int[] own = IntStream.range(0, history.micros().length)
                    .filter(i -> !history.carried()[i])
                    .toArray();
            if (own.length == 0) {
                return Result.undefined(0, Result.Reason.NONE, "no mode states in the period");
            }
            double[] in = Arrays.stream(own)
                    .mapToDouble(i -> history.mode()[i].equals(mode) ? 1 : 0)
                    .toArray();
            int[] series = Arrays.stream(own).map(i -> history.series()[i]).toArray();
            double effective = EffectiveSize.of(in, series);
            Moments moments = Moments.of(in);
            long[] times = IntStream.of(own).mapToLong(i -> history.micros()[i]).toArray();
            DayBlocks days = DayBlocks.of(history.period());
            double[] sums = days.sums(times, in);
            double[] counts = days.counts(times);
            return Result.of(moments.mean(), own.length)
                    .with(Wilson.of(moments.mean() * effective, effective, conventions.confidence()))
                    .with(new Evidence.Mean(
                            moments.mean(),
                            moments.sd(),
                            own.length,
                            effective,
                            DayBlocks.ofMeans(sums, counts, moments.sd() * moments.sd() * own.length / effective),
                            DayTotal.of(sums, counts)))
                    .noting("by rows");
        };
    }

    /**
     * By time, as it is lived.
     *
     * <p>Formula: time in the mode / time observed, over all series, between the start of the period and {@code end}. A
     * state lasts until the next one of its series; the carried state counts from the start of the period, and a series
     * without one counts from its first state. n counts states, carried ones too. No interval.
     */
    static Formula<ModeHistory> time(String mode) {
        return (history, conventions) -> {
            String[] modes = history.mode();
            double inside = 0;
            double observed = 0;
            for (int i = 0; i < modes.length; i++) {
                double lasted = lasted(history, i);
                observed += lasted;
                inside += modes[i].equals(mode) ? lasted : 0;
            }
            return observed == 0
                    ? Result.undefined(modes.length, Result.Reason.NONE, "no time observed in any mode")
                    : Result.of(inside / observed, modes.length).noting("by time");
        };
    }

    /** The modes that occur, carried ones too, in alphabetical order. */
    static List<String> modes(ModeHistory history) {
        return Arrays.stream(history.mode()).distinct().sorted().toList();
    }

    private static double lasted(ModeHistory history, int i) {
        long[] micros = history.micros();
        boolean last = i == micros.length - 1 || history.series()[i] != history.series()[i + 1];
        long from = Math.max(micros[i], history.period().fromMicros());
        long to = Math.min(last ? history.end() : micros[i + 1], history.end());
        return Math.max(0, to - from);
    }
}
