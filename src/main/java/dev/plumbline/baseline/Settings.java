package dev.plumbline.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bot's own settings of thresholds, such as those of a preset, as changes to the rules that name them. */
final class Settings {

    private final Rules rules;

    Settings(Rules rules) {
        this.rules = rules;
    }

    /** All rules, those that a setting names at its value. */
    Rules changed(String name, Node settings) {
        Rules all = rules;
        for (Rule changed : rules(settings)) {
            Rule old = rules.ofSetting(changed.alarm().setting().orElseThrow().key())
                    .orElseThrow();
            all = all.replacing(old, changed);
        }
        return new Rules(name, all.rules(), all.monitored(), true);
    }

    /** Only the changed rules. */
    List<Rule> rules(Node settings) {
        List<Rule> changed = new ArrayList<>();
        settings.withOnly(rules.settings());
        for (Map.Entry<String, Node> setting : settings.fields().entrySet()) {
            Rule rule = rules.ofSetting(setting.getKey()).orElseThrow();
            double scale = rule.alarm().setting().orElseThrow().scale();
            changed.add(moved(rule, setting.getValue(), scale));
        }
        return changed;
    }

    /** The mildest alarm at the setting's value, the others as many times as far as they were. */
    private static Rule moved(Rule rule, Node node, double scale) {
        double value = node.number() * scale;
        Bounds mildest = rule.yellow().or(rule::red).orElseThrow();
        double old = mildest.edges().findFirst().orElseThrow().amount();
        if (Math.signum(value) != Math.signum(old)) {
            throw node.unreadable("a value on the same side of 0 as " + old / scale);
        }
        return rule.at(bounds -> bounds.times(value / old));
    }

    /** {@code memory_usage_mb}, or {@code balance_manager_response_time s} where the bot's unit is another. */
    static Optional<Alarm.Setting> setting(Optional<Node> node) {
        return node.map(it -> {
            String[] parts = it.string().split(" ", -1);
            double scale =
                    switch (parts.length == 2 ? parts[1] : "") {
                        case "%" -> 0.01;
                        case "ms" -> 0.001;
                        default -> 1;
                    };
            return new Alarm.Setting(parts[0], scale);
        });
    }
}
