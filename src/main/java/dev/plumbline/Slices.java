package dev.plumbline;

import dev.plumbline.metric.Metric;
import dev.plumbline.model.Sample;
import dev.plumbline.model.Slice;

/** A window taken apart by a dimension. */
public final class Slices {

    private final Window window;
    private final String dimension;

    Slices(Window window, String dimension) {
        this.window = window;
        this.dimension = dimension;
    }

    /**
     * The metric in each slice, in the order of the dimension's values.
     *
     * @throws IllegalArgumentException when the metric's rows have no such dimension
     */
    public <S extends Sample> Measurements measure(Metric<S> metric) {
        return new Measurements(window.values(metric.sample(), dimension).stream()
                .map(value -> window.measure(metric, Slice.of(dimension, value)))
                .toList());
    }
}
