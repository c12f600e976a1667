package dev.plumbline.baseline;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a JSON or YAML file that remembers where it stands, so that whatever is wrong with it can be said by line.
 *
 * @param text   of a scalar, as written
 * @param fields of an object, in order
 * @param keys   where each of those begins
 * @param items  of a list
 */
record Node(
        Place place, Shape shape, String text, Map<String, Node> fields, Map<String, Place> keys, List<Node> items) {

    enum Shape {
        OBJECT("an object"),
        LIST("a list"),
        TEXT("text"),
        NUMBER("a number"),
        TRUTH("true or false"),
        NOTHING("nothing");

        private final String words;

        Shape(String words) {
            this.words = words;
        }
    }

    Node {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        keys = Map.copyOf(keys);
        items = List.copyOf(items);
    }

    static Node scalar(Place place, Shape shape, String text) {
        return new Node(place, shape, text, Map.of(), Map.of(), List.of());
    }

    static Node list(Place place, List<Node> items) {
        return new Node(place, Shape.LIST, "", Map.of(), Map.of(), items);
    }

    static Node object(Place place, Map<String, Node> fields, Map<String, Place> keys) {
        return new Node(place, Shape.OBJECT, "", fields, keys, List.of());
    }

    /** This object, when it has no other keys than these. */
    Node withOnly(List<String> known) {
        expect(Shape.OBJECT);
        for (Map.Entry<String, Place> key : ordered(keys)) {
            if (!known.contains(key.getKey())) {
                throw key.getValue().unreadable("key \"" + key.getKey() + "\"", Nearest.to(key.getKey(), known));
            }
        }
        return this;
    }

    Node field(String key) {
        expect(Shape.OBJECT);
        return optional(key).orElseThrow(() -> place.unreadable("no \"" + key + "\"", "one here"));
    }

    /** The field, unless it is absent or null. */
    Optional<Node> optional(String key) {
        return Optional.ofNullable(fields.get(key)).filter(node -> node.shape != Shape.NOTHING);
    }

    String string() {
        expect(Shape.TEXT);
        return text;
    }

    List<Node> elements() {
        expect(Shape.LIST);
        return items;
    }

    List<String> strings() {
        return elements().stream().map(Node::string).toList();
    }

    double number() {
        expect(Shape.NUMBER);
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw unreadable("a finite number");
        }
        return value;
    }

    /** A whole number, zero or more. */
    long count() {
        expect(Shape.NUMBER);
        if (!text.matches("[0-9]{1,18}")) {
            throw unreadable("a whole number, 0 or more");
        }
        return Long.parseLong(text);
    }

    Instant instant() {
        try {
            return Instant.parse(string());
        } catch (DateTimeException e) {
            throw unreadable("a UTC time such as 2026-10-06T00:00:00Z");
        }
    }

    Unreadable unreadable(String expected) {
        boolean scalar = shape == Shape.TEXT || shape == Shape.NUMBER || shape == Shape.TRUTH;
        return place.unreadable(scalar ? "\"" + shortened(text) + "\"" : shape.words, expected);
    }

    private void expect(Shape expected) {
        if (shape != expected) {
            throw unreadable(expected.words);
        }
    }

    private static List<Map.Entry<String, Place>> ordered(Map<String, Place> keys) {
        List<Map.Entry<String, Place>> all = new ArrayList<>(keys.entrySet());
        all.sort(Map.Entry.comparingByValue(Comparator.comparingInt(Place::line).thenComparingInt(Place::column)));
        return all;
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
