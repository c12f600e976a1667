package dev.plumbline.metric;

import dev.plumbline.model.Heartbeats;

/**
 * The share of the time in which an agent showed signs of life.
 *
 * <p>Formula: Σ min(gap, 2 × median gap) / span, over the gaps between signs of life and at both ends of the period; span
 * is the period's length, from the agent's first row on. Unit: a fraction, 1 is always. Under 3 signs of life: undefined,
 * TOO_FEW, since there is no usual gap. All gaps equal: 1. Planned downtime is not taken out.
 */
final class Uptime implements Formula<Heartbeats> {

    private static final int LEAST = 3;

    @Override
    public Result apply(Heartbeats beats, Conventions conventions) {
        long[] micros = beats.micros();
        if (micros.length < LEAST) {
            return Result.undefined(
                    micros.length,
                    Result.Reason.TOO_FEW,
                    micros.length + (micros.length == 1 ? " sign" : " signs") + " of life, " + LEAST + " needed");
        }
        double[] gaps = new double[micros.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = micros[i + 1] - micros[i];
        }
        double most = 2 * Quantile.of(gaps, 0.5);
        double alive = Math.min(most, micros[0] - beats.period().fromMicros())
                + Math.min(most, beats.period().toMicros() - micros[micros.length - 1]);
        for (double gap : gaps) {
            alive += Math.min(most, gap);
        }
        double span = beats.period().toMicros() - beats.period().fromMicros();
        return Result.of(Math.min(1, alive / span), micros.length)
                .noting("a gap counts up to twice the usual one, " + Unit.SECONDS.format(most / 2e6));
    }
}
