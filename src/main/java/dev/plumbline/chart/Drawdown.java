package dev.plumbline.chart;

import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How far each point lies below the highest before it, net of flows.
 *
 * @param peak  the highest so far, in today's money: what the account would be worth at its peak
 * @param depth a fraction, 0 at a peak; NaN where the value is not positive or not known
 */
record Drawdown(double[] peak, double[] depth) {

    static Drawdown of(EquityCurve curve) {
        int n = curve.micros().length;
        double[] value = curve.value();
        double[] flow = curve.flow();
        double[] peak = new double[n];
        double[] depth = new double[n];
        double index = 1;
        double highest = 1;
        for (int i = 0; i < n; i++) {
            if (i > 0 && value[i - 1] > 0) {
                index *= (value[i] - flow[i]) / value[i - 1];
            }
            highest = Math.max(highest, index);
            boolean known = index > 0 && value[i] > 0;
            depth[i] = known ? 1 - index / highest : Double.NaN;
            peak[i] = known ? value[i] * highest / index : Double.NaN;
        }
        return new Drawdown(peak, depth);
    }

    /** The deepest point inside the window, where it has a drawdown. */
    OptionalInt deepest(long[] micros, Period window) {
        int deepest = -1;
        for (int i = 0; i < depth.length; i++) {
            boolean inside = micros[i] >= window.fromMicros() && micros[i] < window.toMicros();
            if (inside && depth[i] > 1e-9 && (deepest < 0 || depth[i] > depth[deepest])) {
                deepest = i;
            }
        }
        return deepest < 0 ? OptionalInt.empty() : OptionalInt.of(deepest);
    }

    /** The first point from here on that is a peak again. */
    OptionalInt recovered(int from) {
        return IntStream.range(from, depth.length)
                .filter(i -> depth[i] <= 1e-12)
                .findFirst();
    }
}
