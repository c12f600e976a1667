package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * When it alarms, as data.
 *
 * @param name the file or files they came from
 */
public record Rules(String name, List<Rule> rules) {

    public Rules {
        rules = List.copyOf(rules);
    }

    /** No rules: everything is judged by test only. */
    public static Rules empty() {
        return new Rules("no rules", List.of());
    }

    /**
     * A rule file.
     *
     * @param metrics those that a rule may name
     * @throws Unreadable with file, line, column, what was found and the nearest of what was expected
     */
    public static Rules read(Path file, Collection<? extends Metric<?>> metrics) {
        return new RuleFile(Names.of(metrics)).read(file);
    }

    /** {@code <system>.yaml} of the folder, or {@code default.yaml} where the system has none. */
    public static Rules of(Path folder, String system, Collection<? extends Metric<?>> metrics) {
        boolean plain = system.matches("[A-Za-z0-9_][A-Za-z0-9._-]*");
        Path own = folder.resolve((plain ? system : "default") + ".yaml");
        return read(Files.exists(own) ? own : folder.resolve("default.yaml"), metrics);
    }

    /** These, and the other's in place of each that is about the same metric, slice and kind. */
    public Rules overriddenBy(Rules other) {
        List<Rule> all = new ArrayList<>(rules.stream()
                .filter(rule -> other.rules.stream().noneMatch(rule::isAbout))
                .toList());
        all.addAll(other.rules);
        return new Rules(other.name + " over " + name, all);
    }

    /** Whether a rule of any kind names it. */
    boolean name(Measurement measurement) {
        return rules.stream().anyMatch(rule -> rule.names(measurement));
    }

    List<Rule> of(Deviation.Kind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind).toList();
    }
}
