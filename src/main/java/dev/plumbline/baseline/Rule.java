package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Heartbeats;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One entry of a rule file. Its levels stand here and nowhere else, whether they are judged over a window or replayed.
 *
 * @param name    what it is called; empty where the metric or series says it
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
 * @param alarm   how it is replayed over history
 */
record Rule(
        String name,
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
        String author,
        Alarm alarm) {

    /** Begins the id of what stands for a metric, so that a series is never taken for a metric of the same name. */
    private static final String SERIES = "series ";

    private static final Band OPEN = new Band(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Whether it watches a series, and no metric. */
    boolean isOnSeries() {
        return metric.id().startsWith(SERIES);
    }

    /** Whether a guide names a series that the agent's files never hold. */
    static boolean isUnknownSeries(Measurement measurement) {
        return measurement.metric().id().startsWith(SERIES)
                && measurement.result() instanceof Result.Undefined undefined
                && undefined.reason() == Result.Reason.NOT_AVAILABLE;
    }

    /** What stands for a metric where a rule watches a series: its name and unit. */
    static Metric<?> watched(Series series, Unit unit) {
        return new Metric<>(
                SERIES + series.text(),
                series.text(),
                unit,
                Heartbeats.class,
                Metric.Better.NEITHER,
                (sample, conventions) -> Result.undefined(0, Result.Reason.NOT_AVAILABLE, "watched over time"));
    }

    /** Whether it is about everything, not about one symbol or mode. */
    boolean isOfTheWhole() {
        return cut instanceof Cut.Fixed fixed && fixed.slice().isAll();
    }

    String title() {
        return name.isEmpty() ? metric.title() : name;
    }

    /** The metric, called as the rule is. */
    Metric<?> named() {
        return name.isEmpty()
                ? metric
                : new Metric<>(
                        metric.id(),
                        name,
                        metric.unit(),
                        Heartbeats.class,
                        metric.better(),
                        (sample, conventions) -> Result.undefined(0, Result.Reason.NOT_AVAILABLE, "watched over time"));
    }

    /** Levels in words: {@code below 20 %}, {@code below 60 % or above 85 %}. */
    String words(Bounds bounds) {
        return Stream.of(Bounds.Side.BELOW, Bounds.Side.ABOVE)
                .filter(side -> (side == Bounds.Side.BELOW ? bounds.below() : bounds.above()).isPresent())
                .map(side -> bounds.text(side, metric.unit()))
                .collect(Collectors.joining(" or "));
    }

    /** Where each level begins, the worst first. */
    Map<Level, Bounds> levels() {
        Map<Level, Bounds> all = new EnumMap<>(Level.class);
        alarm.emergency().ifPresent(bounds -> all.put(Level.EMERGENCY, bounds));
        red.ifPresent(bounds -> all.put(Level.RED, bounds));
        yellow.ifPresent(bounds -> all.put(Level.YELLOW, bounds));
        alarm.watch().ifPresent(bounds -> all.put(Level.WATCH, bounds));
        return all;
    }

    /** The same rule with other levels, such as those of a preset. */
    Rule at(UnaryOperator<Bounds> level) {
        return new Rule(
                name,
                metric,
                cut,
                kind,
                yellow.map(level),
                red.map(level),
                noLevel,
                target,
                minN,
                minDays,
                action,
                quote,
                author,
                alarm.with(alarm.emergency().map(level), alarm.watch().map(level)));
    }

    boolean names(Measurement measurement) {
        return metric.id().equals(measurement.metric().id()) && cut.names(measurement.slice());
    }

    /** Whether the other speaks of the same thing, so that it can stand in for this one. */
    boolean isAbout(Rule other) {
        return metric.id().equals(other.metric.id())
                && cut.equals(other.cut)
                && kind == other.kind
                && alarm.during().equals(other.alarm.during());
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

    /** The side of the worst level, where it has one side. */
    Optional<Bounds.Side> badSide() {
        return red.or(() -> yellow)
                .filter(bounds -> bounds.below().isPresent() != bounds.above().isPresent())
                .map(bounds -> bounds.below().isPresent() ? Bounds.Side.BELOW : Bounds.Side.ABOVE);
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
