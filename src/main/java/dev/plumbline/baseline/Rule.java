package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of a rule file.
 *
 * @param kind    a limit holds the value against numbers, a deviation against the baseline
 * @param yellow  where yellow begins
 * @param red     where red begins
 * @param noLevel values that no level of the guide holds
 * @param target  what the guide aims at; missing it is watched, not alarmed
 * @param minN    observations needed before the rule is judged
 * @param minDays length of the window needed
 * @param action  what the guide asks to do; may be empty
 * @param quote   the guide's own words
 * @param author  who says so, in words: {@code the playbook}
 */
record Rule(
        Metric<?> metric,
        Cut cut,
        Deviation.Kind kind,
        Optional<Bounds> yellow,
        Optional<Bounds> red,
        Optional<Bounds> noLevel,
        Optional<Bounds> target,
        long minN,
        long minDays,
        String action,
        String quote,
        String author) {

    private static final Band OPEN = new Band(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    boolean names(Measurement measurement) {
        return metric.id().equals(measurement.metric().id()) && cut.names(measurement.slice());
    }

    /** Whether the other speaks of the same thing, so that it can stand in for this one. */
    boolean isAbout(Rule other) {
        return metric.id().equals(other.metric.id()) && cut.equals(other.cut) && kind == other.kind;
    }

    /** The values in order: up to where yellow begins, or red where the rule has no yellow on that side. */
    Optional<Band> band(double then) {
        if (yellow.isEmpty() && red.isEmpty()) {
            return Optional.empty();
        }
        Band mild = yellow.map(bounds -> bounds.band(then)).orElse(OPEN);
        Band hard = red.map(bounds -> bounds.band(then)).orElse(OPEN);
        return Optional.of(new Band(Math.max(mild.low(), hard.low()), Math.min(mild.high(), hard.high())));
    }

    /** The worst level that the value is beyond, with the edge it passed. */
    Optional<Passed> passed(double value, double then) {
        Optional<Passed> hard =
                red.flatMap(bounds -> bounds.side(value, then).map(side -> new Passed(Verdict.RED, bounds, side)));
        return hard.or(() -> yellow.flatMap(
                bounds -> bounds.side(value, then).map(side -> new Passed(Verdict.YELLOW, bounds, side))));
    }

    /** Whether an edge is a multiple of the baseline, which says nothing where that is zero or less. */
    boolean multiplies() {
        return Stream.concat(yellow.stream(), red.stream())
                .flatMap(Bounds::edges)
                .anyMatch(edge -> edge.scale() == Threshold.Scale.FACTOR);
    }

    /** Whether any change for certain is meant, so that there is no band to be outside of. */
    boolean isByTestOnly() {
        return Stream.concat(yellow.stream(), red.stream())
                .flatMap(Bounds::edges)
                .allMatch(Threshold::isBaseline);
    }

    record Passed(Verdict verdict, Bounds bounds, Bounds.Side side) {

        String words(Rule rule) {
            return bounds.text(side, rule.metric().unit());
        }
    }
}
