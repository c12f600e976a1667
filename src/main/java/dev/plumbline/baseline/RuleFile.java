package dev.plumbline.baseline;

import dev.plumbline.metric.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a rule file, strictly: what is not known is an error with its line. */
final class RuleFile {

    private static final List<String> KEYS = List.of(
            "source", "author", "extends", "settings", "alone", "monitored", "cooldown", "quality", "by_hand", "rules");
    private static final List<String> CONFIG_KEYS = List.of("monitoring", "thresholds", "alerts", "dashboard");

    private final Names names;
    private final Rules behind;

    /** @param behind the rules that the file changes or stands before */
    RuleFile(Names names, Rules behind) {
        this.names = names;
        this.behind = behind;
    }

    Rules read(Path path) {
        String name = path.getFileName().toString();
        if (name.endsWith(".json")) {
            Node root = Document.json(path).withOnly(CONFIG_KEYS);
            return new Settings(behind).changed(name, root.field("thresholds"));
        }
        Node root = Document.yaml(path).withOnly(KEYS);
        root.optional("source").ifPresent(Node::string);
        Rules base = root.optional("extends").map(node -> base(path, node)).orElse(behind);
        Monitored monitored =
                root.optional("monitored").map(base.monitored()::and).orElse(base.monitored());
        boolean alone = root.optional("extends").isPresent()
                || root.optional("alone").map(RuleFile::truth).orElse(false);
        RuleEntry entry = new RuleEntry(
                names,
                monitored,
                root.optional("author").map(Node::string).orElse("the rule"),
                cooldowns(root.optional("cooldown")));
        List<Rule> rules = new ArrayList<>();
        root.optional("rules").ifPresent(list -> list.elements().forEach(node -> add(rules, node, entry)));
        if (root.optional("extends").isPresent()) {
            Rules changed = root.optional("settings")
                    .map(node -> new Settings(base).changed(base.name(), node))
                    .orElse(base);
            Rules all = changed.overriddenBy(new Rules(name, rules, monitored, true));
            return new Rules(name, all.rules(), monitored, true);
        }
        Optional<Node> settings = root.optional("settings");
        if (settings.isEmpty()) {
            root.field("rules");
            return new Rules(name, rules, monitored, alone);
        }
        List<Rule> changed = new ArrayList<>(new Settings(behind).rules(settings.get()));
        changed.removeIf(rule -> rules.stream().anyMatch(rule::isAbout));
        changed.addAll(rules);
        return new Rules(name, changed, monitored, alone);
    }

    private Rules base(Path path, Node node) {
        Path base = path.toAbsolutePath().resolveSibling(node.string() + ".yaml");
        if (!node.string().matches("[A-Za-z0-9_][A-Za-z0-9._-]*") || !Files.isRegularFile(base) || base.equals(path)) {
            throw node.unreadable("the name of another rule file beside this one, such as kraken");
        }
        return new RuleFile(names, Rules.empty()).read(base);
    }

    private static void add(List<Rule> rules, Node node, RuleEntry entry) {
        for (Rule rule : entry.rules(node)) {
            if (rules.stream().anyMatch(rule::isAbout)) {
                Metric<?> metric = rule.metric();
                throw node.place()
                        .unreadable(
                                rule.isOnSeries()
                                        ? "a second rule for " + metric.title()
                                        : "a second " + node.field("kind").string() + " for " + metric.id() + ", "
                                                + rule.cut(),
                                "one");
            }
            rules.add(rule);
        }
    }

    static boolean truth(Node node) {
        if (node.shape() != Node.Shape.TRUTH) {
            throw node.unreadable("true or false");
        }
        return node.text().equals("true");
    }

    /** One length for all levels, or one for each. */
    static Map<Level, Duration> cooldowns(Optional<Node> node) {
        Map<Level, Duration> all = new EnumMap<>(Level.class);
        if (node.isEmpty()) {
            return all;
        }
        boolean each = node.get().shape() == Node.Shape.OBJECT;
        if (each) {
            node.get().withOnly(List.of("emergency", "red", "yellow", "watch"));
        }
        for (Level level : Level.values()) {
            Optional<Node> given = each ? node.get().optional(level.key()) : node;
            given.ifPresent(it -> all.put(level, Lengths.of(it)));
        }
        return all;
    }
}
