package dev.plumbline.notify;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.chart.PlainText;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one run saw.
 *
 * @param alarms as the checks have them: agent by agent, the worst first
 * @param calm   keys of what was judged and needs nobody; what could not be judged is in neither
 */
public record Seen(List<Alarm> alarms, Set<String> calm) {

    /** Of these, planned downtime explains. */
    private static final Set<String> GAPS = Set.of("uptime", "cycle_gap", "cycle_gap_p95", "cycle_gap_longest");

    private static final String LIMIT = " (limit)";

    public Seen {
        alarms = List.copyOf(alarms);
        calm = Set.copyOf(calm);
    }

    public static Seen of(List<Check> checks) {
        List<Alarm> alarms = new ArrayList<>();
        Set<String> calm = new HashSet<>();
        for (Check check : checks) {
            Scope scope = plain(check.scope());
            check.freshness().ifPresent(fresh -> {
                String key = key(check.scope(), "newest row");
                if (fresh.verdict() == Verdict.RED) {
                    alarms.add(new Alarm(
                            key,
                            Level.CRITICAL,
                            scope,
                            true,
                            "newest row",
                            plain(fresh.words()),
                            "what follows may not be what is happening now",
                            "see whether the bot and the import are running"));
                } else {
                    calm.add(key);
                }
            });
            Map<String, Alarm> found = new LinkedHashMap<>();
            for (Deviation row : ordered(check)) {
                String key = key(check, row);
                Level.of(row.verdict())
                        .map(level -> alarm(key, level, scope, row))
                        .ifPresent(alarm -> found.merge(key, alarm, Seen::both));
                if (row.verdict() == Verdict.WITHIN || row.verdict() == Verdict.WATCH) {
                    calm.add(key);
                }
            }
            alarms.addAll(found.values());
        }
        Set<String> loud = alarms.stream()
                .filter(alarm -> alarm.level() != Level.INFO)
                .map(Alarm::key)
                .collect(Collectors.toSet());
        calm.removeAll(loud);
        return new Seen(alarms, calm);
    }

    /** What is outside its band and beyond its limit is one finding: nobody wants to hear of it, or acknowledge it, twice. */
    private static Alarm both(Alarm worse, Alarm other) {
        boolean counts = other.level() != Level.INFO && !other.why().isEmpty();
        return new Alarm(
                worse.key(),
                worse.level(),
                worse.scope(),
                worse.gap(),
                worse.title().replace(LIMIT, ""),
                worse.figures(),
                counts ? plain(worse.why() + "; " + other.why()) : worse.why(),
                worse.action().isEmpty() ? other.action() : worse.action());
    }

    /** The worst first; among equals what has an interval, which says how sure it is. */
    private static List<Deviation> ordered(Check check) {
        return check.rows().stream()
                .sorted(Comparator.comparing(Deviation::verdict)
                        .thenComparing(row -> row.interval().isEmpty()))
                .toList();
    }

    /** The length of the window is part of it: a day and a week are two questions. */
    private static String key(Check check, Deviation row) {
        return key(
                check.scope(),
                row.now().metric().id(),
                row.now().slice().toString(),
                check.period().length().toHours() + " h");
    }

    private static String key(Scope scope, String... parts) {
        return PlainText.line(
                scope.system() + "/" + scope.agent() + "/" + scope.environment() + "/" + String.join("/", parts),
                10_000);
    }

    private static Alarm alarm(String key, Level level, Scope scope, Deviation row) {
        return new Alarm(
                key,
                level,
                scope,
                GAPS.contains(row.now().metric().id()),
                plain(row.title()),
                figures(row),
                plain(row.why()),
                plain(row.action()));
    }

    private static String figures(Deviation row) {
        Unit unit = row.now().metric().unit();
        StringBuilder text = new StringBuilder(row.now().isDefined() ? row.now().text() : "undefined");
        if (row.interval().isEmpty()) {
            row.now().interval().ifPresent(own -> text.append(" [")
                    .append(unit.format(own.low()).replace(" %", ""))
                    .append(", ")
                    .append(unit.format(own.high()).replace(" %", ""))
                    .append("]"));
        }
        row.then()
                .filter(Measurement::isDefined)
                .ifPresent(then -> text.append(" now, ").append(then.text()).append(" before"));
        if (row.change().isPresent()) {
            text.append(", change ").append(unit.formatChange(row.change().getAsDouble()));
            row.interval().ifPresent(interval -> text.append(range(unit, interval)));
        }
        text.append(String.format(Locale.ROOT, ", n = %,d", row.now().n()));
        return plain(text.toString());
    }

    private static String range(Unit unit, Interval interval) {
        return " [" + unit.formatChange(interval.low()).replace(" pt", "") + ", "
                + unit.formatChange(interval.high()).replace(" pt", "") + "]";
    }

    static Scope plain(Scope scope) {
        return Scope.of(
                PlainText.line(scope.system(), 60),
                PlainText.line(scope.agent(), 60),
                PlainText.line(scope.environment(), 60));
    }

    static String plain(String text) {
        return PlainText.line(text, 300);
    }
}
