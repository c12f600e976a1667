package dev.plumbline.metric;

import dev.plumbline.model.ConfidenceReadings;
import java.util.HashMap;
import java.util.Map;

/**
 * How often confidence turns round: few turns are a smooth path, many a sawtooth.
 *
 * <p>Formula: readings that are above or below both what came before and what comes after, in the same series / days of the
 * period, all series together; readings that repeat the one before are passed over.
 *
 * <p>Unit: things a day, with its {@link Garwood} interval. n counts readings.
 *
 * <ul>
 *   <li>no readings: undefined, NONE
 *   <li>one, two, all equal: 0
 *   <li>a period without length: undefined, TOO_SHORT
 * </ul>
 */
final class ConfidenceTurns implements Formula<ConfidenceReadings> {

    @Override
    public Result apply(ConfidenceReadings readings, Conventions conventions) {
        int n = readings.size();
        if (n == 0) {
            return Result.undefined(0, Result.Reason.NONE, "no confidence readings");
        }
        double days = readings.period().days();
        if (!(days > 0)) {
            return Result.undefined(n, Result.Reason.TOO_SHORT, "the period has no length");
        }
        Map<Integer, Double> last = new HashMap<>();
        Map<Integer, Integer> direction = new HashMap<>();
        long turns = 0;
        for (int i = 0; i < n; i++) {
            int series = readings.series()[i];
            double value = readings.value()[i];
            int now = Double.compare(value, last.getOrDefault(series, value));
            int before = direction.getOrDefault(series, 0);
            turns += now * before < 0 ? 1 : 0;
            if (now != 0) {
                direction.put(series, now);
            }
            last.put(series, value);
        }
        return Garwood.rate(turns, days, n, conventions);
    }
}
