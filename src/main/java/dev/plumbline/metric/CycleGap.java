package dev.plumbline.metric;

import dev.plumbline.model.Heartbeats;

/**
 * How long a bot was silent between two signs of life.
 *
 * <p>Formula: the quantile of type 7 of the times between neighbours; 0.5 is the median, 1 the longest.
 *
 * <p>Unit: seconds. n counts gaps.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one sign of life: undefined, ONE, for it has no gap
 *   <li>all equal: that gap
 * </ul>
 *
 * <p>Conventions: whatever the agent wrote is a sign of life; the silence before the first and after the last is not a
 * gap, the uptime counts it.
 */
final class CycleGap {

    private CycleGap() {}

    static Formula<Heartbeats> quantile(double p) {
        return (beats, conventions) -> {
            long[] micros = beats.micros();
            if (micros.length < 2) {
                return micros.length == 0
                        ? Result.undefined(0, Result.Reason.NONE, "no rows in the period")
                        : Result.undefined(1, Result.Reason.ONE, "1 row, 2 needed");
            }
            double[] gaps = new double[micros.length - 1];
            for (int i = 0; i < gaps.length; i++) {
                gaps[i] = (micros[i + 1] - micros[i]) / 1e6;
            }
            return Result.of(Quantile.of(gaps, p), gaps.length);
        };
    }
}
