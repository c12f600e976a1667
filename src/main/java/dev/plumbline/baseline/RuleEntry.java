package dev.plumbline.baseline;

import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one entry of a rule file: a rule for each slice that it lists. */
final class RuleEntry {

    private static final List<String> KEYS = List.of(
            "name",
            "metric",
            "series",
            "over",
            "matching",
            "slice",
            "kind",
            "emergency",
            "red",
            "yellow",
            "watch",
            "no_level",
            "target",
            "unmeasured",
            "min_n",
            "min_days",
            "for",
            "cooldown",
            "while",
            "unless",
            "setting",
            "own",
            "history_only",
            "action",
            "quote");
    private static final List<String> DIMENSIONS = List.of(
            "symbol",
            "interval",
            "timeframe",
            "side",
            "action",
            "mode",
            "strategy",
            "regime",
            "exchange",
            "agent",
            "hour",
            "weekday");
    /** {@code 15m} as most write it, {@code H1} as MetaTrader does, or bare minutes. */
    private static final Pattern INTERVAL = Pattern.compile("[1-9][0-9]*[smhdwM]?|(?:[SMHDW]|MN)[1-9][0-9]*");

    private static final List<String> INTERVALS =
            List.of("1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w", "1M");
    private static final Pattern FACTOR = Pattern.compile("x ([0-9]+(?:\\.[0-9]+)?)");
    private static final Pattern CONDITION =
            Pattern.compile("(.+?)(?: over ([0-9]+ ?(?:s|min|h|days?)))? ((?:below|above|at least|at most) .+)");

    private final Names names;
    private final Monitored monitored;
    private final String author;
    private final Map<Level, Duration> cooldowns;

    /** @param cooldowns of the whole file, for entries without their own */
    RuleEntry(Names names, Monitored monitored, String author, Map<Level, Duration> cooldowns) {
        this.names = names;
        this.monitored = monitored;
        this.author = author;
        this.cooldowns = cooldowns;
    }

    List<Rule> rules(Node node) {
        node.withOnly(KEYS);
        long least = node.optional("min_n").map(Node::count).orElse(0L);
        String matching = node.optional("matching").map(RuleEntry::pattern).orElse("");
        Optional<Series> series = node.optional("series")
                .map(it -> new SeriesText(it, node.optional("over"), matching, least, monitored).read());
        if (node.optional("metric").isEmpty() && series.isPresent()) {
            return List.of(onSeries(node, series.get()));
        }
        Metric<?> metric = names.metric(node.field("metric"));
        Quantity quantity = Quantity.of(metric);
        Deviation.Kind kind = kind(node.field("kind"));
        Optional<Bounds> noLevel = bounds(node, "no_level", quantity, kind);
        Optional<Bounds> target = bounds(node, "target", quantity, kind);
        Optional<Bounds> watch = bounds(node, "watch", quantity, kind);
        if (kind == Deviation.Kind.DEVIATION) {
            for (String key : List.of("no_level", "target", "watch", "series", "emergency")) {
                node.optional(key).ifPresent(it -> {
                    throw it.unreadable("it in a limit only");
                });
            }
        }
        return cuts(node).stream()
                .map(cut ->
                        rule(node, metric, quantity, cut, kind, noLevel, target, alarm(node, series, quantity, watch)))
                .toList();
    }

    private Rule onSeries(Node node, Series series) {
        Quantity quantity = SeriesText.quantity(series, monitored);
        for (String key : List.of("slice", "kind", "no_level", "target", "min_days")) {
            node.optional(key).ifPresent(it -> {
                throw it.unreadable("it beside a metric, and this is about the series " + series.text());
            });
        }
        Optional<Bounds> watch = bounds(node, "watch", quantity, Deviation.Kind.LIMIT);
        Alarm alarm = alarm(node, Optional.of(series), quantity, watch);
        return rule(
                node,
                Rule.watched(series, quantity.unit()),
                quantity,
                new Cut.Fixed(Slice.ALL),
                Deviation.Kind.LIMIT,
                Optional.empty(),
                Optional.empty(),
                alarm);
    }

    private Rule rule(
            Node node,
            Metric<?> metric,
            Quantity quantity,
            Cut cut,
            Deviation.Kind kind,
            Optional<Bounds> noLevel,
            Optional<Bounds> target,
            Alarm alarm) {
        Optional<Bounds> yellow = bounds(node, "yellow", quantity, kind);
        Optional<Bounds> red = bounds(node, "red", quantity, kind);
        if (yellow.isEmpty() && red.isEmpty() && alarm.watch().isEmpty()) {
            throw node.place().unreadable("neither \"yellow\" nor \"red\"", "at least one of them");
        }
        if (yellow.isPresent() && red.isPresent()) {
            ordered(node.field("red"), yellow.get(), red.get());
        }
        Optional<Bounds> emergency = node.optional("emergency").map(it -> emergency(it, yellow, red, quantity));
        return new Rule(
                node.optional("name").map(Node::string).orElse(""),
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
                author,
                alarm.with(emergency, alarm.watch()));
    }

    private Alarm alarm(Node node, Optional<Series> series, Quantity quantity, Optional<Bounds> watch) {
        Map<Level, Duration> own = new EnumMap<>(Level.class);
        own.putAll(cooldowns);
        own.putAll(RuleFile.cooldowns(node.optional("cooldown")));
        return new Alarm(
                series,
                Optional.empty(),
                watch,
                node.optional("for").map(Lengths::of).orElse(Duration.ZERO),
                own,
                conditions(node, "while"),
                conditions(node, "unless"),
                bounds(node, "unmeasured", quantity, Deviation.Kind.LIMIT),
                Settings.setting(node.optional("setting")),
                node.optional("own").map(RuleEntry::pattern).orElse(""),
                node.optional("history_only").map(RuleFile::truth).orElse(false));
    }

    private static Optional<Bounds> bounds(Node node, String key, Quantity quantity, Deviation.Kind kind) {
        return node.optional(key).map(text -> Edge.bounds(text, quantity, kind));
    }

    /** {@code x 2} of the rule's own threshold, or a level of its own. */
    private static Bounds emergency(Node node, Optional<Bounds> yellow, Optional<Bounds> red, Quantity quantity) {
        Matcher factor = FACTOR.matcher(node.string());
        Bounds before = red.or(() -> yellow).orElseThrow(() -> node.unreadable("\"red\" or \"yellow\" beside it"));
        Bounds bounds = factor.matches()
                ? before.times(Double.parseDouble(factor.group(1)))
                : Edge.bounds(node, quantity, Deviation.Kind.LIMIT);
        ordered(node, before, bounds);
        return bounds;
    }

    private List<Alarm.Condition> conditions(Node node, String key) {
        Optional<Node> given = node.optional(key);
        if (given.isEmpty()) {
            return List.of();
        }
        Node list = given.get();
        List<Node> all = list.shape() == Node.Shape.LIST ? list.elements() : List.of(list);
        return all.stream().map(this::condition).toList();
    }

    /** {@code positions.total above 0}; without a level, not zero is meant. */
    private Alarm.Condition condition(Node node) {
        Matcher form = CONDITION.matcher(node.string());
        boolean levelled = form.matches();
        Node name = text(node, levelled ? form.group(1) : node.string());
        Optional<Node> over =
                levelled ? Optional.ofNullable(form.group(2)).map(it -> text(node, it)) : Optional.empty();
        Series series = new SeriesText(name, over, "", 0, monitored).read();
        Node level = text(node, levelled ? form.group(3) : "above 0");
        Quantity quantity =
                levelled ? SeriesText.quantity(series, monitored) : new Quantity(series.text(), Unit.RATIO, "");
        return new Alarm.Condition(series, Edge.bounds(level, quantity, Deviation.Kind.LIMIT), node.string());
    }

    private static Node text(Node at, String part) {
        return Node.scalar(at.place(), Node.Shape.TEXT, part);
    }

    private static String pattern(Node node) {
        try {
            return Pattern.compile(node.string()).pattern();
        } catch (PatternSyntaxException e) {
            throw node.unreadable("a regular expression (" + e.getDescription() + ")");
        }
    }

    private static Deviation.Kind kind(Node node) {
        return switch (node.string()) {
            case "limit" -> Deviation.Kind.LIMIT;
            case "deviation" -> Deviation.Kind.DEVIATION;
            default -> throw node.unreadable("limit or deviation");
        };
    }

    /** Rules that contradict each other: the worse level must lie beyond the milder one. */
    private static void ordered(Node at, Bounds mild, Bounds hard) {
        boolean low = mild.below().isPresent()
                && hard.below()
                        .filter(edge ->
                                edge.amount() > mild.below().orElseThrow().amount())
                        .isPresent();
        boolean high = mild.above().isPresent()
                && hard.above()
                        .filter(edge ->
                                edge.amount() < mild.above().orElseThrow().amount())
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
        List<Cut> cuts = new ArrayList<>();
        all.forEach(one -> cuts.add(cut(one)));
        return cuts;
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
        String known = dimension.equals("timeframe") ? "interval" : dimension;
        if (equals < 0) {
            return new Cut.Every(known);
        }
        String value = text.substring(equals + 1);
        if (known.equals("interval") && !INTERVAL.matcher(value).matches()) {
            throw node.unreadable("an interval as the bot writes it, such as " + Nearest.to(value, INTERVALS));
        }
        return new Cut.Fixed(Slice.of(known, value));
    }
}
