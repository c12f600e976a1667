package dev.plumbline.baseline;

import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Unit;

/**
 * What a level is a level of.
 *
 * @param id   what it is called
 * @param unit how it is written
 * @param word a further word that its levels may carry, such as {@code MB}; empty where there is none
 */
record Quantity(String id, Unit unit, String word) {

    static Quantity of(Metric<?> metric) {
        return new Quantity(metric.id(), metric.unit(), "");
    }
}
