package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Measurement;
import java.util.Optional;

/** A measurement beside its baseline, with the deviation rule that names it, if any, and the test of the two. */
record Candidate(Optional<Rule> rule, Measurement now, Optional<Measurement> then, Optional<Difference> difference) {

    static Candidate of(Optional<Rule> rule, Measurement now, Optional<Measurement> then) {
        return new Candidate(rule, now, then, then.flatMap(before -> Difference.between(before, now)));
    }

    /** Whether there is anything to judge it by: a rule, a test, or a value that went missing. */
    boolean isJudgeable() {
        if (rule.isPresent() || difference.isPresent()) {
            return true;
        }
        Optional<Measurement> before = then.filter(Measurement::isDefined);
        return before.isPresent() && (!now.isDefined() || (hasStatistics(now) && hasStatistics(before.get())));
    }

    /** How far the value moved; both sides have one. */
    double size() {
        return Math.abs(now.value().orElseThrow() - then.orElseThrow().value().orElseThrow());
    }

    private static boolean hasStatistics(Measurement measurement) {
        return !(measurement.evidence() instanceof Evidence.Plain);
    }
}
