package dev.plumbline.metric;

import dev.plumbline.model.Latencies;
import java.util.List;

/**
 * How long a bot waits for an answer.
 *
 * <p>Formula: the quantile of type 7 of the readings. Unit: seconds. No readings: undefined, NONE; one, all equal: that
 * time. Readings of several series: undefined, NOT_AVAILABLE, as an order and a heartbeat are not one thing; each has its
 * own figure by metric. No interval.
 */
final class Latency {

    private Latency() {}

    /** @param p such as 0.95 */
    static Formula<Latencies> quantile(double p) {
        return (latencies, conventions) -> {
            List<String> kinds = latencies.kinds();
            if (kinds.size() > 1) {
                return Result.undefined(
                        latencies.size(),
                        Result.Reason.NOT_AVAILABLE,
                        "of " + kinds.size() + " series, such as " + kinds.get(0) + ": measure by(\"metric\")");
            }
            return latencies.size() == 0
                    ? Result.undefined(0, Result.Reason.NONE, "no readings in the period")
                    : Result.of(Quantile.of(latencies.seconds(), p), latencies.size());
        };
    }
}
