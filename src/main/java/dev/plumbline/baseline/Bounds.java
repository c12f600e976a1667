package dev.plumbline.baseline;

import dev.plumbline.metric.Unit;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a level begins: below one value, above another, or both. */
record Bounds(Optional<Threshold> below, Optional<Threshold> above) {

    /** {@code below} or {@code above} when the value is beyond that edge, empty when it is beyond neither. */
    Optional<Side> side(double value, double then) {
        if (below.filter(edge -> edge.isPassedDownwards(value, then)).isPresent()) {
            return Optional.of(Side.BELOW);
        }
        return above.filter(edge -> edge.isPassedUpwards(value, then)).map(edge -> Side.ABOVE);
    }

    boolean isBeyond(double value, double then) {
        return side(value, then).isPresent();
    }

    /** The values between the edges. */
    Band band(double then) {
        return new Band(
                below.map(edge -> edge.at(then)).orElse(Double.NEGATIVE_INFINITY),
                above.map(edge -> edge.at(then)).orElse(Double.POSITIVE_INFINITY));
    }

    /** {@code below 45.0 %}: the edge on that side, in words. */
    String text(Side side, Unit unit) {
        Threshold edge = (side == Side.BELOW ? below : above).orElseThrow();
        String words = side == Side.BELOW ? "below " : "above ";
        if (edge.inclusive()) {
            words = side == Side.BELOW ? "at most " : "at least ";
        }
        return words + edge.text(unit);
    }

    /** Whether a value is further beyond the levels, or nearer to them, than another. */
    boolean isFurther(double value, double than) {
        return distance(value) > distance(than);
    }

    /** How far beyond the nearer edge; negative inside. */
    private double distance(double value) {
        return Math.max(
                below.map(edge -> edge.at(0) - value).orElse(Double.NEGATIVE_INFINITY),
                above.map(edge -> value - edge.at(0)).orElse(Double.NEGATIVE_INFINITY));
    }

    /** The same levels, so many times as far from zero. */
    Bounds times(double factor) {
        return new Bounds(below.map(edge -> edge.times(factor)), above.map(edge -> edge.times(factor)));
    }

    Stream<Threshold> edges() {
        return Stream.concat(below.stream(), above.stream());
    }

    enum Side {
        BELOW,
        ABOVE;

        String word() {
            return this == BELOW ? "below" : "above";
        }
    }
}
