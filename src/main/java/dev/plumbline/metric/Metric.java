package dev.plumbline.metric;

import dev.plumbline.model.Sample;
import dev.plumbline.model.Slice;

/**
 * A named number: what {@code metrics.md}, JSON, reports and rules call it, and the formula behind it.
 *
 * @param id      stable id, such as {@code profit_factor}
 * @param title   in words, such as {@code profit factor}
 * @param unit    what the value counts
 * @param sample  the sample that the formula takes
 * @param better  which way is good
 * @param formula the computation
 */
public record Metric<S extends Sample>(
        String id, String title, Unit unit, Class<S> sample, Better better, Formula<S> formula) {

    /** Which way is good. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    public Measurement measure(S sample, Conventions conventions) {
        return new Measurement(this, Slice.ALL, formula.apply(sample, conventions));
    }

    @Override
    public String toString() {
        return id;
    }
}
