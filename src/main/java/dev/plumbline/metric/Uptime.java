package dev.plumbline.metric;

import dev.plumbline.model.Heartbeats;
import java.util.OptionalDouble;

/**
 * The share of the time in which an agent showed signs of life.
 *
 * <p>Formula: Σ min(gap, 2 × median gap) / span, over the gaps between signs of life and at both ends of the period; span
 * is the period's length, from the agent's first row on. Unit: a fraction, 1 is always. Under 3 signs of life: undefined,
 * TOO_FEW, since there is no usual gap. All gaps equal: 1. Planned downtime is
 * taken out of the gaps and of the span.
 */
final class Uptime implements Formula<Heartbeats> {

    @Override
    public Result apply(Heartbeats beats, Conventions conventions) {
        long[] micros = beats.micros();
        OptionalDouble usual = beats.medianGapSeconds();
        if (usual.isEmpty()) {
            return Result.undefined(
                    micros.length,
                    Result.Reason.TOO_FEW,
                    micros.length + (micros.length == 1 ? " sign" : " signs") + " of life, 3 needed");
        }
        double most = 2 * usual.getAsDouble() * 1e6;
        double alive = Math.min(most, (double) micros[0] - beats.period().fromMicros())
                + Math.min(most, (double) beats.period().toMicros() - micros[micros.length - 1]);
        for (int i = 1; i < micros.length; i++) {
            alive += Math.min(most, (double) micros[i] - micros[i - 1]);
        }
        double span = beats.period().toMicros() - beats.period().fromMicros();
        return Result.of(Math.min(1, alive / span), micros.length)
                .noting("a gap counts up to twice the usual one, " + Unit.SECONDS.format(usual.getAsDouble()))
                .noting(
                        beats.plannedSeconds() > 0
                                ? "planned downtime of " + Unit.SECONDS.format(beats.plannedSeconds()) + " taken out"
                                : "");
    }
}
