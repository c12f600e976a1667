package dev.plumbline.baseline;

import dev.plumbline.metric.Unit;

/**
 * The nearest level that a rule gives the newest value of a monitored series: what a slow growth runs into.
 *
 * @param title   what the rule is called
 * @param edge    in the unit
 * @param upwards whether it is reached by growing
 * @param words   the level in words: {@code above 500 MB}
 */
public record Ceiling(String title, Series series, Unit unit, double edge, boolean upwards, String words) {}
