package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Measurement;
import java.util.Optional;
import java.util.OptionalDouble;

/** A measurement beside its baseline, with the deviation rule that names it, if any, and the test of the two. */
record Candidate(Optional<Rule> rule, Measurement now, Optional<Measurement> then, Optional<Difference> difference) {

    private static final double ON_THE_BAD_SIDE = 0.9;

    /**
     * A measurement and its test.
     *
     * @param wholeNow  the metric's measurement without a slice, of which this is a part
     * @param wholeThen the baseline's
     */
    static Candidate of(
            Optional<Rule> rule,
            Measurement now,
            Optional<Measurement> then,
            Optional<Measurement> wholeNow,
            Optional<Measurement> wholeThen) {
        return new Candidate(
                rule,
                now,
                then,
                then.flatMap(
                        before -> Difference.between(before, now, Scatter.ofWhole(wholeThen, wholeNow, before, now))));
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

    /**
     * The p-value that its family judges by. Where a rule has its worst level on one side only, nine tenths of the chance of
     * a false alarm are spent on that side: its tail counts for 1/0.9 of itself, the other for 1/0.1.
     */
    OptionalDouble pValue() {
        if (difference.isEmpty()) {
            return OptionalDouble.empty();
        }
        double twoSided = difference.get().pValue();
        Optional<Bounds.Side> bad = rule.flatMap(Rule::badSide);
        if (bad.isEmpty() || !now.isDefined() || !then.orElseThrow().isDefined()) {
            return OptionalDouble.of(twoSided);
        }
        double change = now.value().orElseThrow() - then.orElseThrow().value().orElseThrow();
        boolean worse = bad.get() == Bounds.Side.BELOW ? change < 0 : change > 0;
        return OptionalDouble.of(Math.min(1, twoSided / 2 / (worse ? ON_THE_BAD_SIDE : 1 - ON_THE_BAD_SIDE)));
    }

    private static boolean hasStatistics(Measurement measurement) {
        return !(measurement.evidence() instanceof Evidence.Plain);
    }
}
