package dev.plumbline.metric;

import dev.plumbline.model.Heartbeats;
import java.util.OptionalDouble;

/**
 * How often nothing comes from a bot for longer than usual.
 *
 * <p>Formula: gaps between signs of life longer than three times the median gap / weeks of the period; the ends of the
 * period count as signs. Unit: things a week, with its {@link Garwood} interval; n counts gaps. Under 3 signs of life:
 * undefined, TOO_FEW. All gaps equal: 0.
 */
final class DataGaps implements Formula<Heartbeats> {

    private static final double LONGER = 3;
    private static final double WEEK = 7;

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
        double most = LONGER * usual.getAsDouble() * 1e6;
        long gaps = micros[0] - beats.period().fromMicros() > most ? 1 : 0;
        gaps += beats.period().toMicros() - micros[micros.length - 1] > most ? 1 : 0;
        for (int i = 1; i < micros.length; i++) {
            gaps += micros[i] - micros[i - 1] > most ? 1 : 0;
        }
        return Garwood.rate(gaps, beats.period().days() / WEEK, micros.length + 1L, conventions)
                .noting(gaps + (gaps == 1 ? " gap" : " gaps") + " longer than three times the usual one, "
                        + Unit.SECONDS.format(usual.getAsDouble()));
    }
}
