package dev.plumbline.metric;

import dev.plumbline.model.ModeHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a bot stays in a mode before it changes.
 *
 * <p>Formula: the median, over all series, of the times from one transition to the next of the same series.
 *
 * <p>Unit: seconds. n counts the stays that began and ended in what is known.
 *
 * <ul>
 *   <li>no states: undefined, NONE
 *   <li>one state, all equal: undefined, TOO_FEW, for no stay has ended
 * </ul>
 *
 * <p>Conventions: the first stay of a series, whose beginning is not known, and the last, which goes on, are not counted;
 * so a bot that hardly changes looks quicker than it is, and the notes say how many were left out.
 */
final class ModeDwell implements Formula<ModeHistory> {

    @Override
    public Result apply(ModeHistory history, Conventions conventions) {
        String[] mode = history.mode();
        if (mode.length == 0) {
            return Result.undefined(0, Result.Reason.NONE, "no mode states in the period");
        }
        int[] series = history.series();
        List<Double> stays = new ArrayList<>();
        int cut = 0;
        int since = -1;
        for (int i = 1; i <= mode.length; i++) {
            boolean same = i < mode.length && series[i] == series[i - 1];
            if (same && mode[i].equals(mode[i - 1])) {
                continue;
            }
            if (same && since >= 0) {
                stays.add((history.micros()[i] - history.micros()[since]) / 1e6);
            } else {
                cut++;
            }
            since = same ? i : -1;
        }
        if (stays.isEmpty()) {
            return Result.undefined(0, Result.Reason.TOO_FEW, "no stay in a mode both began and ended");
        }
        double[] seconds = stays.stream().mapToDouble(Double::doubleValue).toArray();
        return Result.of(Quantile.of(seconds, 0.5), seconds.length).noting(cut + " cut by the period, not counted");
    }
}
