package dev.plumbline.baseline;

import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Result;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what {@link BaselineWriter} wrote, or what somebody made of it since. */
final class BaselineReader {

    private static final List<String> KEYS = List.of(
            "baseline", "system", "agent", "environment", "from", "to", "zone", "established", "notes", "entries");
    private static final List<String> ENTRY_KEYS = List.of(
            "metric",
            "slice",
            "unit",
            "value",
            "n",
            "undefined",
            "reason",
            "interval",
            "proportion",
            "rate",
            "mean",
            "series",
            "mix",
            "estimate",
            "notes");

    /** Ten years. */
    private static final long LONGEST = 3_660;

    private final Names names;

    BaselineReader(Names names) {
        this.names = names;
    }

    /** @throws Unreadable with file, line, column, what was found and what was expected */
    Baseline read(Path path) {
        Node root = Document.json(path).withOnly(KEYS);
        Scope scope = Scope.of(
                root.field("system").string(),
                root.field("agent").string(),
                root.field("environment").string());
        List<Measurement> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Node headings = root.field("entries")
                .withOnly(Stream.of(Heading.values()).map(Heading::title).toList());
        for (Node heading : headings.fields().values()) {
            for (Node node : heading.elements()) {
                Measurement entry = entry(node.withOnly(ENTRY_KEYS));
                if (!seen.add(entry.metric().id() + " " + entry.slice())) {
                    throw node.place()
                            .unreadable(
                                    "a second entry for " + (entry.metric().id() + " " + entry.slice()).strip(), "one");
                }
                entries.add(entry);
            }
        }
        try {
            return new Baseline(
                    root.field("baseline").string(),
                    scope,
                    period(root),
                    zone(root.field("zone")),
                    root.field("established").instant(),
                    entries,
                    root.field("notes").strings());
        } catch (IllegalArgumentException e) {
            throw new Unreadable(root.field("baseline").place() + ": " + e.getMessage());
        }
    }

    private static Period period(Node root) {
        Instant from = root.field("from").instant();
        Instant to = root.field("to").instant();
        if (!from.isBefore(to)) {
            throw root.field("to").unreadable("a time after \"from\", " + from);
        }
        if (Duration.between(from, to).toDays() > LONGEST) {
            throw root.field("to").unreadable("at most " + LONGEST + " days after \"from\", " + from);
        }
        return Period.of(from, to);
    }

    private static ZoneId zone(Node node) {
        try {
            return ZoneId.of(node.string());
        } catch (DateTimeException e) {
            throw node.unreadable("a zone such as UTC or Europe/Berlin");
        }
    }

    private Measurement entry(Node node) {
        Metric<?> metric = names.metric(node.field("metric"));
        String unit = metric.unit().name().toLowerCase(Locale.ROOT);
        if (!node.field("unit").string().equals(unit)) {
            throw node.field("unit").unreadable("\"" + unit + "\", the unit of " + metric.id());
        }
        Slice slice = node.optional("slice").map(BaselineReader::slice).orElse(Slice.ALL);
        return new Measurement(metric, slice, result(node));
    }

    private static Slice slice(Node node) {
        int equals = node.string().indexOf('=');
        if (equals < 1) {
            throw node.unreadable("a slice such as symbol=BTC/USDT");
        }
        return Slice.of(node.text().substring(0, equals), node.text().substring(equals + 1));
    }

    private static Result result(Node node) {
        long n = node.field("n").count();
        if (node.optional("value").isEmpty()) {
            return Result.undefined(
                    n, reason(node.field("undefined")), node.field("reason").string());
        }
        if (node.optional("undefined").isPresent()) {
            throw node.field("value").unreadable("null, for the entry says \"undefined\"");
        }
        return new Result.Value(
                node.field("value").number(),
                n,
                node.optional("interval").map(BaselineReader::interval),
                EvidenceNode.read(node),
                node.optional("notes").map(Node::strings).orElse(List.of()));
    }

    private static Result.Reason reason(Node node) {
        List<String> known = Arrays.stream(Result.Reason.values())
                .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(node.string())) {
            throw node.unreadable(Nearest.to(node.text(), known));
        }
        return Result.Reason.valueOf(node.text().toUpperCase(Locale.ROOT));
    }

    private static Interval interval(Node node) {
        node.withOnly(List.of("low", "high", "level", "method"));
        double low = node.field("low").number();
        double high = node.field("high").number();
        if (low > high) {
            throw node.field("high").unreadable("at least the low end, " + low);
        }
        double level = node.field("level").number();
        if (level <= 0 || level >= 1) {
            throw node.field("level").unreadable("a share between 0 and 1, such as 0.95");
        }
        return new Interval(low, high, level, node.field("method").string());
    }
}
