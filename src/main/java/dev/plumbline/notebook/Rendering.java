package dev.plumbline.notebook;

import dev.plumbline.baseline.Check;
import dev.plumbline.chart.Chart;
import dev.plumbline.metric.Measurement;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a value looks like on a page. */
public final class Rendering {

    private static final int MAX_TEXT = 100_000;

    private static final String FIGURE = "tech.tablesaw.plotly.components.Figure";

    private Rendering() {}

    /**
     * Blocks of a value, by its class; text is shown as it is, and escaped when the page is written.
     *
     * @param key distinguishes the pictures of a page, such as {@code cell4}
     */
    public static List<Block> of(Object value, String key) {
        if (value instanceof Block block) {
            return List.of(block);
        }
        if (value instanceof Showable showable) {
            return showable.blocks();
        }
        if (value instanceof Chart chart) {
            return List.of(new Block.Figure(chart));
        }
        if (value instanceof Check check) {
            return List.of(new Block.VerdictBox(check), new Block.Deviations(check));
        }
        if (value instanceof Measurement measurement) {
            return List.of(new Block.Measurements(List.of(measurement)));
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? of(optional.get(), key) : List.of(new Block.Printed("empty"));
        }
        if (value instanceof ResultSet rows) {
            return List.of(ResultRows.of(rows));
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Collection<?> collection) {
            return collection(collection, key);
        }
        return library(value, key);
    }

    private static List<Block> map(Map<?, ?> map) {
        if (all(map.values(), Measurement.class::isInstance)) {
            return List.of(measurements(map.values()));
        }
        return List.of(map.isEmpty() ? new Block.Printed("no entries") : RecordRows.of(map));
    }

    private static List<Block> collection(Collection<?> values, String key) {
        if (values.isEmpty()) {
            return List.of(new Block.Printed("no rows"));
        }
        if (all(values, Measurement.class::isInstance)) {
            return List.of(measurements(values));
        }
        if (all(values, Rendering::isRich)) {
            List<Block> blocks = new ArrayList<>();
            int n = 0;
            for (Object value : values) {
                blocks.addAll(of(value, key + "-" + ++n));
            }
            return blocks;
        }
        return List.of(RecordRows.of(values)
                .orElseGet(() -> text(values.stream().map(Plain::own).collect(Collectors.joining(", ", "[", "]")))));
    }

    /** Values of libraries are known by the name of their class: to ask with instanceof would load the library. */
    private static List<Block> library(Object value, String key) {
        if (is(value, "tech.tablesaw.api.Table")) {
            return List.of(TablesawRows.of(value));
        }
        if (is(value, "org.jfree.chart.JFreeChart")) {
            return List.of(JFreePicture.of(value, key));
        }
        if (is(value, FIGURE)) {
            return List.of(TablesawFigure.of(value));
        }
        return List.of(text(Plain.text(value)));
    }

    private static boolean isRich(Object value) {
        return value instanceof Block
                || value instanceof Showable
                || value instanceof Chart
                || value instanceof Check
                || is(value, "org.jfree.chart.JFreeChart")
                || is(value, FIGURE)
                || is(value, "tech.tablesaw.api.Table");
    }

    private static boolean is(Object value, String name) {
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean all(Collection<?> values, Predicate<Object> test) {
        return !values.isEmpty() && values.stream().allMatch(value -> value != null && test.test(value));
    }

    private static Block measurements(Collection<?> values) {
        return new Block.Measurements(
                values.stream().<Measurement>map(Measurement.class::cast).toList());
    }

    private static Block text(String text) {
        return new Block.Printed(
                text.length() <= MAX_TEXT
                        ? text
                        : text.substring(0, MAX_TEXT) + "\n… " + (text.length() - MAX_TEXT) + " more characters");
    }
}
