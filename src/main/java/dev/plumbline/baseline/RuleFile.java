package dev.plumbline.baseline;

import dev.plumbline.metric.Metric;
import dev.plumbline.model.Slice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a rule file, strictly: what is not known is an error with its line. */
final class RuleFile {

    private static final List<String> KEYS = List.of("source", "author", "rules");
    private static final List<String> RULE_KEYS = List.of(
            "metric", "slice", "kind", "yellow", "red", "no_level", "target", "min_n", "min_days", "action", "quote");
    private static final List<String> DIMENSIONS = List.of(
            "symbol",
            "interval",
            "side",
            "action",
            "mode",
            "strategy",
            "regime",
            "exchange",
            "agent",
            "hour",
            "weekday");

    private final Names names;

    RuleFile(Names names) {
        this.names = names;
    }

    Rules read(Path path) {
        Node root = Document.yaml(path).withOnly(KEYS);
        root.optional("source").ifPresent(Node::string);
        String author = root.optional("author").map(Node::string).orElse("the rule");
        List<Rule> rules = new ArrayList<>();
        for (Node node : root.field("rules").elements()) {
            for (Rule rule : rules(node.withOnly(RULE_KEYS), author)) {
                if (rules.stream().anyMatch(rule::isAbout)) {
                    throw node.place()
                            .unreadable(
                                    "a second " + node.field("kind").string() + " for "
                                            + rule.metric().id() + ", " + rule.cut(),
                                    "one");
                }
                rules.add(rule);
            }
        }
        return new Rules(path.getFileName().toString(), rules);
    }

    /** One rule for each slice that the entry lists. */
    private List<Rule> rules(Node node, String author) {
        Metric<?> metric = names.metric(node.field("metric"));
        Deviation.Kind kind = kind(node.field("kind"));
        Optional<Bounds> yellow = node.optional("yellow").map(text -> Edge.bounds(text, metric, kind));
        Optional<Bounds> red = node.optional("red").map(text -> Edge.bounds(text, metric, kind));
        Optional<Bounds> noLevel = node.optional("no_level").map(text -> Edge.bounds(text, metric, kind));
        Optional<Bounds> target = node.optional("target").map(text -> Edge.bounds(text, metric, kind));
        if (yellow.isEmpty() && red.isEmpty()) {
            throw node.place().unreadable("neither \"yellow\" nor \"red\"", "at least one of them");
        }
        if (kind == Deviation.Kind.DEVIATION && (noLevel.isPresent() || target.isPresent())) {
            throw node.field(noLevel.isPresent() ? "no_level" : "target").unreadable("it in a limit only");
        }
        if (yellow.isPresent() && red.isPresent()) {
            ordered(node.field("red"), yellow.get(), red.get());
        }
        return cuts(node).stream()
                .map(cut -> new Rule(
                        metric,
                        cut,
                        kind,
                        yellow,
                        red,
                        noLevel,
                        target,
                        node.optional("min_n").map(Node::count).orElse(0L),
                        node.optional("min_days").map(Node::count).orElse(0L),
                        node.optional("action").map(Node::string).orElse(""),
                        node.optional("quote").map(Node::string).orElse(""),
                        author))
                .toList();
    }

    private static Deviation.Kind kind(Node node) {
        return switch (node.string()) {
            case "limit" -> Deviation.Kind.LIMIT;
            case "deviation" -> Deviation.Kind.DEVIATION;
            default -> throw node.unreadable("limit or deviation");
        };
    }

    /** Rules that contradict each other: red must lie beyond yellow. */
    private static void ordered(Node at, Bounds yellow, Bounds red) {
        boolean low = yellow.below().isPresent()
                && red.below()
                        .filter(edge ->
                                edge.amount() > yellow.below().orElseThrow().amount())
                        .isPresent();
        boolean high = yellow.above().isPresent()
                && red.above()
                        .filter(edge ->
                                edge.amount() < yellow.above().orElseThrow().amount())
                        .isPresent();
        if (low || high) {
            throw at.unreadable("red beyond yellow, and it begins before");
        }
    }

    private static List<Cut> cuts(Node node) {
        Optional<Node> slice = node.optional("slice");
        if (slice.isEmpty()) {
            return List.of(new Cut.Fixed(Slice.ALL));
        }
        Node given = slice.get();
        List<Node> all = given.shape() == Node.Shape.LIST ? given.elements() : List.of(given);
        return all.stream().map(RuleFile::cut).toList();
    }

    private static Cut cut(Node node) {
        String text = node.string();
        if (text.equals("whole")) {
            return new Cut.Fixed(Slice.ALL);
        }
        int equals = text.indexOf('=');
        String dimension = equals < 0 ? text : text.substring(0, equals);
        if (!DIMENSIONS.contains(dimension)) {
            throw node.unreadable("whole, a dimension or one of its values, such as "
                    + Nearest.to(dimension, DIMENSIONS) + " or mode=TRADING");
        }
        return equals < 0 ? new Cut.Every(text) : new Cut.Fixed(Slice.of(dimension, text.substring(equals + 1)));
    }
}
