package dev.plumbline.baseline;

import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric of two stretches of time, or of two agents: by how much they differ, and whether that may be chance. The tests
 * are those of a check; no rule and no band is asked.
 *
 * @param change   second less first, in the metric's unit; empty where one is undefined
 * @param interval 95 % of the change, where the evidence of both allows one
 * @param pValue   two-sided, of no difference
 */
public record Contrast(
        Measurement first,
        Measurement second,
        OptionalDouble change,
        Optional<Interval> interval,
        OptionalDouble pValue) {

    public static Contrast of(Measurement first, Measurement second) {
        if (first.value().isEmpty() || second.value().isEmpty()) {
            return new Contrast(first, second, OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty());
        }
        Optional<Difference> difference = Difference.between(first, second);
        return new Contrast(
                first,
                second,
                OptionalDouble.of(second.value().getAsDouble() - first.value().getAsDouble()),
                difference.map(Difference::interval),
                difference.map(it -> OptionalDouble.of(it.pValue())).orElse(OptionalDouble.empty()));
    }
}
