package dev.plumbline.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a JSON value becomes rows of {@code raw}.
 *
 * @param form     what the value must be
 * @param table    where its rows go; empty for an envelope, which has no row of its own
 * @param required fields of which a row needs at least one; empty where it needs none
 * @param ranges   fields whose numbers must lie within bounds
 * @param foreign  fields that give another kind of file away, with what to tell the user; the file is read no further
 * @param children fields that have rows of their own; {@code a.b} is field b of the object a
 */
record JsonShape(
        Form form,
        String table,
        List<String> required,
        Map<String, Range> ranges,
        Map<String, String> foreign,
        Map<String, JsonShape> children) {

    /** What a value must be; of a map, each value is an object and a row, and its name the column {@code key}. */
    enum Form {
        OBJECT("a JSON object"),
        ARRAY("a JSON array"),
        ANY("a JSON object or array"),
        MAP("a JSON object of objects"),
        TEXT("a text that holds a JSON array");

        final String words;

        Form(String words) {
            this.words = words;
        }
    }

    /** Bounds that belong to the range. */
    record Range(double min, double max) {}

    JsonShape {
        required = List.copyOf(required);
        ranges = Map.copyOf(ranges);
        foreign = Map.copyOf(foreign);
        children = Map.copyOf(children);
    }

    JsonShape within(String field, double min, double max) {
        return new JsonShape(form, table, required, with(ranges, field, new Range(min, max)), foreign, children);
    }

    JsonShape refusing(String field, String reason) {
        return new JsonShape(form, table, required, ranges, with(foreign, field, reason), children);
    }

    /** Whether a field within this one has rows of its own. */
    boolean within(String name) {
        String prefix = name + ".";
        return children.keySet().stream().anyMatch(child -> child.startsWith(prefix));
    }

    JsonShape child(String field, JsonShape shape) {
        return new JsonShape(form, table, required, ranges, foreign, with(children, field, shape));
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}
