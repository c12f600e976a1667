package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Spread;
import dev.plumbline.metric.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what later tests need from an entry of a baseline file, and refuses what contradicts the entry's value. */
final class EvidenceNode {

    private static final Map<String, Function<Node, Evidence>> KINDS = Map.of(
            "proportion", EvidenceNode::proportion,
            "rate", EvidenceNode::rate,
            "mean", EvidenceNode::mean,
            "mix", EvidenceNode::mix,
            "series", EvidenceNode::series,
            "estimate", EvidenceNode::estimate);

    /** Beyond it no deviation, factor or exposure was ever measured, and its square leaves the numbers. */
    private static final double MOST = 1e100;

    private EvidenceNode() {}

    static Evidence read(Node entry) {
        for (Map.Entry<String, Function<Node, Evidence>> kind : KINDS.entrySet()) {
            Optional<Node> node = entry.optional(kind.getKey());
            if (node.isPresent()) {
                return agreeing(entry, kind.getKey(), kind.getValue().apply(node.get()));
            }
        }
        return new Evidence.Plain();
    }

    /** A value that its own statistics contradict was changed by hand; a test would answer for another number. */
    private static Evidence agreeing(Node entry, String kind, Evidence evidence) {
        double says = Double.NaN;
        if (evidence instanceof Evidence.Proportion it && it.trials() > 0) {
            says = (double) it.successes() / it.trials();
        } else if (evidence instanceof Evidence.Rate it && it.exposure() > 0) {
            says = it.events() / it.exposure();
        } else if (evidence instanceof Evidence.Mean it) {
            says = it.mean();
        } else if (evidence instanceof Evidence.Estimate it) {
            says = it.value();
        } else if (evidence instanceof Evidence.Series it) {
            says = it.scale() * it.statistic().of(it.values(), 0, it.days());
        }
        double value = entry.field("value").number();
        long n = entry.field("n").count();
        long trials = evidence instanceof Evidence.Proportion it ? it.trials() : n;
        long readings = evidence instanceof Evidence.Mean it ? it.n() : trials;
        if (readings != n) {
            throw entry.field("n").unreadable(readings + ", which its own \"" + kind + "\" says");
        }
        boolean agrees = Double.isNaN(says) || Math.abs(says - value) <= 1e-6 * (1 + Math.abs(value));
        if (!agrees) {
            throw entry.field("value").unreadable(says + ", which its own \"" + kind + "\" says");
        }
        return evidence;
    }

    private static Evidence proportion(Node node) {
        node.withOnly(List.of("successes", "trials", "spread"));
        long trials = node.field("trials").count();
        long successes = node.field("successes").count();
        if (successes > trials) {
            throw node.field("successes").unreadable("at most the trials, " + trials);
        }
        return new Evidence.Proportion(successes, trials, spread(node));
    }

    private static Evidence rate(Node node) {
        node.withOnly(List.of("events", "exposure", "spread"));
        return new Evidence.Rate(node.field("events").count(), notNegative(node.field("exposure")), spread(node));
    }

    private static Evidence mean(Node node) {
        node.withOnly(List.of("mean", "sd", "n", "effective", "spread", "days"));
        double mean = node.field("mean").number();
        long n = node.field("n").count();
        double effective = notNegative(node.field("effective"));
        if (effective > n * (1 + 1e-9)) {
            throw node.field("effective").unreadable("at most the readings, " + n);
        }
        return new Evidence.Mean(
                mean,
                notNegative(node.field("sd")),
                n,
                effective,
                spread(node),
                node.optional("days").map(days -> DayNode.read(days, mean, n)).orElse(List.of()));
    }

    private static Evidence mix(Node node) {
        node.withOnly(List.of("counts", "spread"));
        Map<String, Long> counts = new TreeMap<>();
        node.field("counts").fields().forEach((kind, count) -> counts.put(kind, count.count()));
        return new Evidence.Mix(counts, spread(node));
    }

    private static Evidence series(Node node) {
        node.withOnly(List.of("statistic", "scale", "days"));
        List<String> known = Arrays.stream(Statistic.values())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(node.field("statistic").string())) {
            throw node.field("statistic")
                    .unreadable(Nearest.to(node.field("statistic").text(), known));
        }
        Statistic statistic = Statistic.valueOf(node.field("statistic").text().toUpperCase(Locale.ROOT));
        double[] days =
                node.field("days").elements().stream().mapToDouble(Node::number).toArray();
        if (days.length % statistic.width() != 0) {
            throw node.field("days")
                    .unreadable(statistic.width() + " numbers for each day, and not " + days.length + " in all");
        }
        return new Evidence.Series(statistic, notNegative(node.field("scale")), days);
    }

    private static Evidence estimate(Node node) {
        node.withOnly(List.of("value", "standard_error"));
        return new Evidence.Estimate(node.field("value").number(), notNegative(node.field("standard_error")));
    }

    private static Spread spread(Node node) {
        return node.optional("spread")
                .map(it -> {
                    it.withOnly(List.of("factor", "memory", "degrees"));
                    double memory = it.field("memory").number();
                    if (Math.abs(memory) > 1) {
                        throw it.field("memory").unreadable("a correlation, -1 to 1");
                    }
                    return new Spread(notNegative(it.field("factor")), memory, (int)
                            Math.min(1_000_000, it.field("degrees").count()));
                })
                .orElse(Spread.UNKNOWN);
    }

    private static double notNegative(Node node) {
        if (node.number() < 0) {
            throw node.unreadable("0 or more");
        }
        if (node.number() > MOST) {
            throw node.unreadable("no more than " + MOST);
        }
        return node.number();
    }
}
