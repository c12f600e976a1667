package dev.plumbline.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Figures of planted changes, counted while the files are written: in the time of each, and in all the time before it. */
final class Tally {

    private final Plants plants;
    private final Map<Plant, Map<String, Number>> found = new HashMap<>();

    Tally(Plants plants) {
        this.plants = plants;
        plants.list().forEach(plant -> found.put(plant, new TreeMap<>()));
    }

    /** Adds to a sum of every change of a kind: after {@code _before} when the change has not begun. */
    void add(PlantKind kind, long time, String name, long value) {
        for (Plant plant : plants.list()) {
            if (plant.kind() == kind && time < plant.to()) {
                figures(plant)
                        .merge(name(plant, time, name), value, (left, right) -> left.longValue() + right.longValue());
            }
        }
    }

    /** Keeps the largest value of a kind's changes. */
    void max(PlantKind kind, long time, String name, double value) {
        for (Plant plant : plants.list()) {
            if (plant.kind() == kind && time < plant.to()) {
                figures(plant)
                        .merge(
                                name(plant, time, name),
                                value,
                                (left, right) -> Math.max(left.doubleValue(), right.doubleValue()));
            }
        }
    }

    void put(Plant plant, String name, Number value) {
        figures(plant).put(name, value);
    }

    /** What a reader of the files must find again. */
    Map<String, Number> found(Plant plant) {
        return figures(plant);
    }

    private Map<String, Number> figures(Plant plant) {
        return found.computeIfAbsent(plant, any -> new TreeMap<>());
    }

    private static String name(Plant plant, long time, String name) {
        return time < plant.from() ? name + "_before" : name;
    }
}
