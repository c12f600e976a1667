package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When it alarms, as data.
 *
 * @param name      the file or files they came from
 * @param monitored the series that they may name
 * @param alone     whether they are a whole set, beside which those of the system do not count
 */
public record Rules(String name, List<Rule> rules, Monitored monitored, boolean alone) {

    public Rules {
        rules = List.copyOf(rules);
    }

    /** No rules: everything is judged by test only. */
    public static Rules empty() {
        return new Rules("no rules", List.of(), Monitored.none(), false);
    }

    /**
     * A rule file.
     *
     * @param metrics those that a rule may name
     * @throws Unreadable with file, line, column, what was found and the nearest of what was expected
     */
    public static Rules read(Path file, Collection<? extends Metric<?>> metrics) {
        return new RuleFile(Names.of(metrics), empty()).read(file);
    }

    /**
     * A rule file of the user's, or a bot's own {@code monitoring_config.json}, and these rules behind it: it may name
     * the series that they declare and those of the store, and its settings are changes to them.
     *
     * @param stored names of the monitored series in the store
     */
    public Rules with(Path file, Collection<? extends Metric<?>> metrics, Collection<String> stored) {
        Rules behind = new Rules(name, rules, monitored.knowing(stored), alone);
        Rules own = new RuleFile(Names.of(metrics), behind).read(file);
        return own.alone ? own : overriddenBy(own);
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
        return new Rules(other.name + " over " + name, all, monitored, alone);
    }

    /** Those about a metric. */
    List<Rule> of(Deviation.Kind kind) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind && !rule.isOnSeries())
                .toList();
    }

    /** What a rule names by a dimension; empty for the whole. */
    public record Named(Metric<?> metric, String dimension) {}

    /** What the rules name and nobody measured yet. */
    public List<Named> beyond(Collection<Measurement> measured) {
        return beyond(rules, measured);
    }

    /** What the rules hold against a baseline and it does not keep yet. */
    public List<Named> beyondBaseline(Collection<Measurement> kept) {
        return beyond(of(Deviation.Kind.DEVIATION), kept);
    }

    private static List<Named> beyond(List<Rule> rules, Collection<Measurement> measured) {
        return rules.stream()
                .filter(rule -> !rule.isOnSeries())
                .filter(rule -> measured.stream()
                        .noneMatch(it -> it.metric().id().equals(rule.metric().id())
                                && it.slice().dimension().equals(rule.cut().dimension())))
                .map(rule -> new Named(rule.metric(), rule.cut().dimension()))
                .distinct()
                .toList();
    }

    /** Those about a monitored series. */
    List<Rule> onSeries() {
        return rules.stream().filter(Rule::isOnSeries).toList();
    }

    /** What the newest values of monitored series are held against, by the mildest level of each rule. */
    public List<Ceiling> ceilings() {
        List<Ceiling> all = new ArrayList<>();
        for (Rule rule : onSeries()) {
            Optional<Series> series = rule.alarm().series().filter(it -> it.form() == Series.Form.VALUE);
            Optional<Bounds> level = rule.yellow().or(rule::red);
            if (series.isEmpty() || level.isEmpty()) {
                continue;
            }
            boolean upwards = level.get().above().isPresent();
            Optional<Threshold> edge =
                    upwards ? level.get().above() : level.get().below();
            edge.filter(it -> it.scale() == Threshold.Scale.ABSOLUTE)
                    .map(it -> new Ceiling(
                            rule.title(),
                            series.get(),
                            rule.metric().unit(),
                            it.amount(),
                            upwards,
                            rule.words(level.get())))
                    .ifPresent(all::add);
        }
        return all;
    }

    /** The rule that the bot's own setting of this name belongs to. */
    Optional<Rule> ofSetting(String key) {
        return rules.stream()
                .filter(rule -> rule.alarm()
                        .setting()
                        .filter(it -> it.key().equals(key))
                        .isPresent())
                .findFirst();
    }

    List<String> settings() {
        return rules.stream()
                .flatMap(rule -> rule.alarm().setting().stream())
                .map(Alarm.Setting::key)
                .toList();
    }

    /** The same rules, one of them replaced. */
    Rules replacing(Rule old, Rule other) {
        return new Rules(
                name,
                rules.stream().map(rule -> rule.equals(old) ? other : rule).toList(),
                monitored,
                alone);
    }
}
