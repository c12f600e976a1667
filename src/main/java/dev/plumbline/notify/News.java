package dev.plumbline.notify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.model.Scope;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The message of one run: the verdict, the three worst of what is due, what is resolved, and the digest where it is due.
 *
 * @param link   where the page can be seen
 * @param review what is sent, such as {@code weekly review}; empty for a check
 */
record News(
        List<Check> checks,
        Seen seen,
        Decision decision,
        Instant now,
        ZoneId zone,
        Optional<String> link,
        String review,
        List<Message.Page> pages) {

    private static final int WORST = 3;
    private static final int AGENTS = 8;
    private static final int TITLES = 10;
    private static final int DIGEST = 20;

    /** Of the same level, what has not been mentioned yet goes first: seven stale agents must not hide a drawdown. */
    private List<Item> items() {
        Set<String> mentioned = new HashSet<>();
        Map<Item, Boolean> again = new LinkedHashMap<>();
        decision.items()
                .forEach(item -> again.put(item, !mentioned.add(item.alarm().title())));
        return again.entrySet().stream()
                .sorted(Map.Entry.<Item, Boolean>comparingByKey(
                                Comparator.comparing(item -> item.alarm().level()))
                        .thenComparing(Map.Entry.comparingByValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    Message message() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(headline(), agents()));
        items().stream().limit(WORST).map(this::part).forEach(parts::add);
        more().ifPresent(parts::add);
        if (!decision.resolved().isEmpty()) {
            parts.add(new Part(
                    "● resolved",
                    limited(
                            decision.resolved().stream()
                                    .map(it -> it.title() + ": was "
                                            + it.level().word() + " since " + Times.words(it.since(), zone))
                                    .toList(),
                            TITLES)));
        }
        if (decision.digest()) {
            parts.addAll(digest());
        }
        link.ifPresent(it -> parts.add(new Part("report", List.of(it))));
        return new Message(subject(), parts, json(), pages);
    }

    private Verdict verdict() {
        return Verdict.ofAll(checks.stream().map(Check::verdict).toList());
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case RED -> "red";
            case YELLOW -> "yellow";
            case WATCH, WITHIN -> "green";
            case UNKNOWN -> "not enough data";
        };
    }

    private String sign() {
        return verdict().glyph() + " " + word(verdict()).toUpperCase(Locale.ROOT);
    }

    private String subject() {
        String about;
        if (!review.isEmpty()) {
            about = review + ", " + counted();
        } else if (!decision.items().isEmpty()) {
            Alarm first = items().get(0).alarm();
            int others = decision.items().size() - 1;
            about = first.title() + " · " + first.scope().agent() + (others == 0 ? "" : " and " + others + " more");
        } else if (!decision.resolved().isEmpty()) {
            int others = decision.resolved().size() - 1;
            about = "resolved: " + decision.resolved().get(0).title() + (others == 0 ? "" : " and " + others + " more");
        } else {
            about = decision.digest() ? "daily digest, " + counted() : "checked " + counted();
        }
        return sign() + "  " + about;
    }

    private String counted() {
        return checks.size() == 1 ? Seen.plain(checks.get(0).scope()).agent() : checks.size() + " agents";
    }

    private String headline() {
        return sign() + "   " + (review.isEmpty() ? "checked " : review + " of ") + counted() + ", "
                + Times.words(now, zone);
    }

    private List<String> agents() {
        List<String> lines = checks.stream()
                .sorted(Comparator.comparing(Check::verdict))
                .map(check -> check.verdict().glyph() + " " + name(check.scope()) + ": " + word(check.verdict())
                        + counts(check)
                        + check.caution().map(words -> "; " + words).orElse(""))
                .toList();
        List<String> all = new ArrayList<>(limited(lines, AGENTS));
        if (checks.stream()
                        .map(check -> check.period() + check.against())
                        .distinct()
                        .count()
                == 1) {
            Check any = checks.get(0);
            all.add(Times.words(any.period()) + ", " + Seen.plain(any.against()));
        }
        return all;
    }

    private static String counts(Check check) {
        List<String> parts = new ArrayList<>();
        check.freshness()
                .filter(fresh -> fresh.verdict() == Verdict.RED)
                .ifPresent(fresh -> parts.add(Seen.plain(fresh.words())));
        List.of(Verdict.RED, Verdict.YELLOW, Verdict.WATCH).stream()
                .filter(verdict -> check.count(verdict) > 0)
                .map(verdict -> check.count(verdict) + " " + (verdict == Verdict.WATCH ? "to watch" : verdict.word()))
                .forEach(parts::add);
        String counts = String.join(", ", parts);
        return counts.isEmpty() ? "" : " (" + counts + ")";
    }

    private Part part(Item item) {
        Alarm alarm = item.alarm();
        List<String> lines = new ArrayList<>(List.of(name(alarm.scope()), alarm.figures()));
        Optional.of(alarm.why()).filter(text -> !text.isEmpty()).ifPresent(lines::add);
        Optional.of(alarm.action()).filter(text -> !text.isEmpty()).ifPresent(text -> lines.add("→ " + text));
        lines.add(when(item) + "; plumb acknowledge " + alarm.id());
        return new Part(alarm.level().glyph() + " " + alarm.title(), lines);
    }

    private String when(Item item) {
        String since = " since " + Times.words(item.since(), zone);
        return switch (item.reason()) {
            case NEW -> "new";
            case STILL -> "still " + item.alarm().level().word() + since;
            case WORSE, EASED -> item.reason().words();
        };
    }

    private Optional<Part> more() {
        List<Item> rest = items().stream().skip(WORST).toList();
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        Map<Level, Long> counts = rest.stream()
                .collect(Collectors.groupingBy(
                        item -> item.alarm().level(), () -> new EnumMap<>(Level.class), Collectors.counting()));
        String title = counts.entrySet().stream()
                .map(it -> it.getValue() + " more " + it.getKey().word())
                .collect(Collectors.joining(", "));
        return Optional.of(new Part(
                "and " + title,
                limited(
                        rest.stream()
                                .map(item -> item.alarm().level().glyph() + " "
                                        + item.alarm().scope().agent() + ": "
                                        + item.alarm().title() + ", "
                                        + item.alarm().figures())
                                .toList(),
                        TITLES)));
    }

    private List<Part> digest() {
        List<Part> parts = new ArrayList<>();
        List<String> open = seen.alarms().stream()
                .filter(alarm -> alarm.level() != Level.INFO)
                .sorted(Comparator.comparing(Alarm::level))
                .map(alarm -> alarm.level().glyph() + " " + alarm.scope().agent() + ": " + alarm.title() + ", "
                        + alarm.figures())
                .toList();
        if (!open.isEmpty()) {
            parts.add(new Part(review.isEmpty() ? "open today" : "open", limited(open, DIGEST)));
        }
        List<String> watched = seen.alarms().stream()
                .filter(alarm -> alarm.level() == Level.INFO)
                .map(alarm -> "◆ " + alarm.scope().agent() + ": " + alarm.title() + ", " + alarm.figures())
                .toList();
        if (!watched.isEmpty()) {
            parts.add(new Part("to watch", limited(watched, DIGEST)));
        }
        if (!decision.muted().isEmpty()) {
            parts.add(new Part("known or planned", limited(decision.muted(), TITLES)));
        }
        return parts;
    }

    private static List<String> limited(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, most));
        some.add("… " + (lines.size() - most) + " more");
        return some;
    }

    private static String name(Scope scope) {
        return Seen.plain(scope).toString();
    }

    private ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verdict", word(verdict())).put("checked", now.toString());
        if (!review.isEmpty()) {
            json.put("review", review);
        }
        json.put("digest", decision.digest()).put("heartbeat", decision.heartbeat());
        link.ifPresent(it -> json.put("report", it));
        ArrayNode agents = json.putArray("agents");
        for (Check check : checks) {
            agents.addObject()
                    .put("system", check.scope().system())
                    .put("agent", check.scope().agent())
                    .put("environment", check.scope().environment())
                    .put("verdict", word(check.verdict()));
        }
        ArrayNode items = json.putArray("items");
        for (Item item : items()) {
            Alarm alarm = item.alarm();
            items.addObject()
                    .put("id", alarm.id())
                    .put("level", alarm.level().word())
                    .put("reason", item.reason().name().toLowerCase(Locale.ROOT))
                    .put("since", item.since().toString())
                    .put("system", alarm.scope().system())
                    .put("agent", alarm.scope().agent())
                    .put("environment", alarm.scope().environment())
                    .put("title", alarm.title())
                    .put("figures", alarm.figures())
                    .put("why", alarm.why())
                    .put("action", alarm.action());
        }
        ArrayNode resolved = json.putArray("resolved");
        decision.resolved().forEach(it -> resolved.addObject()
                .put("level", it.level().word())
                .put("title", it.title())
                .put("since", it.since().toString()));
        return json;
    }
}
