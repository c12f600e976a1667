package dev.plumbline.baseline;

import dev.plumbline.metric.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The monitored series that a rule file may name: those that it declares with their units, and those that the store holds.
 *
 * @param declared by name
 * @param known    names without a declaration, taken as plain numbers
 */
record Monitored(Map<String, Measure> declared, Set<String> known) {

    /**
     * What a series counts.
     *
     * @param scale what one of the source's unit is in ours
     * @param word  the unit as levels write it; empty where it has none
     */
    record Measure(Unit unit, double scale, String word) {

        private static final Map<String, Measure> WORDS = Map.of(
                "number", new Measure(Unit.COUNT, 1, ""),
                "percent", new Measure(Unit.SHARE, 0.01, ""),
                "share", new Measure(Unit.SHARE, 1, ""),
                "seconds", new Measure(Unit.SECONDS, 1, ""),
                "milliseconds", new Measure(Unit.SECONDS, 0.001, ""),
                "money", new Measure(Unit.MONEY, 1, ""),
                "ratio", new Measure(Unit.RATIO, 1, ""));

        /** {@code percent}, {@code milliseconds} …, or a unit of its own such as {@code MB}. */
        static Measure of(Node node) {
            String word = node.string();
            Measure known = WORDS.get(word);
            if (known != null) {
                return known;
            }
            if (!word.matches("[A-Z][A-Za-z]{0,5}|[a-z]{0,3}/[a-z]{1,5}")) {
                throw node.unreadable("a unit such as " + Nearest.to(word, WORDS.keySet()) + ", or one like MB or /s");
            }
            return new Measure(Unit.COUNT, 1, word);
        }
    }

    Monitored {
        declared = Map.copyOf(declared);
        known = Set.copyOf(known);
    }

    static Monitored none() {
        return new Monitored(Map.of(), Set.of());
    }

    /** The section {@code monitored} of a file: names and units. */
    Monitored and(Node section) {
        Map<String, Measure> all = new LinkedHashMap<>(declared);
        section.fields().forEach((name, unit) -> all.put(name, Measure.of(unit)));
        return new Monitored(all, known);
    }

    Monitored knowing(Collection<String> names) {
        return new Monitored(declared, Set.copyOf(names));
    }

    boolean has(String name) {
        return declared.containsKey(name) || known.contains(name);
    }

    Measure measure(String name) {
        return declared.getOrDefault(name, new Measure(Unit.COUNT, 1, ""));
    }

    List<String> names() {
        List<String> all = new ArrayList<>(declared.keySet());
        known.stream().filter(name -> !declared.containsKey(name)).forEach(all::add);
        return all;
    }
}
