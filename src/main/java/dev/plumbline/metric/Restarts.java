package dev.plumbline.metric;

import dev.plumbline.model.Starts;
import java.util.stream.IntStream;

/**
 * How often a bot is started again. Starts that lie in a downtime which the operator had announced are taken out, and
 * told in the notes. n counts the starts that are left.
 */
final class Restarts {

    private static final double WEEK = 7;

    private Restarts() {}

    /**
     * Restarts a week.
     *
     * <p>Formula: unplanned starts / weeks observed. Unit: things a week, with its {@link Garwood} interval. No start: 0,
     * where the source could have told. No time: undefined, TOO_SHORT.
     */
    static Result weekly(Starts starts, Conventions conventions) {
        int[] own = unplanned(starts);
        double weeks = starts.period().days() / WEEK;
        return weeks == 0
                ? Result.undefined(own.length, Result.Reason.TOO_SHORT, "the period has no length")
                : Garwood.rate(own.length, weeks, own.length, conventions).noting(notes(starts, own));
    }

    /**
     * The usual time between restarts.
     *
     * <p>Formula: the median of the times from one unplanned start to the next, inside the period. Unit: seconds. Under
     * two starts: undefined, NONE or ONE.
     */
    static Result apart(Starts starts, Conventions conventions) {
        int[] own = unplanned(starts);
        if (own.length < 2) {
            return own.length == 0
                    ? Result.undefined(0, Result.Reason.NONE, "no restart in the period")
                    : Result.undefined(1, Result.Reason.ONE, "1 restart, 2 needed");
        }
        double[] gaps = IntStream.range(1, own.length)
                .mapToDouble(i -> (starts.micros()[own[i]] - starts.micros()[own[i - 1]]) / 1e6)
                .toArray();
        return Result.of(Quantile.of(gaps, 0.5), gaps.length).noting(notes(starts, own));
    }

    private static int[] unplanned(Starts starts) {
        return IntStream.range(0, starts.size())
                .filter(i -> !starts.planned()[i])
                .toArray();
    }

    private static String notes(Starts starts, int[] own) {
        int planned = starts.size() - own.length;
        return "told by " + starts.signs() + (planned == 0 ? "" : "; " + planned + " planned, taken out");
    }
}
