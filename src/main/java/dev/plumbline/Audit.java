package dev.plumbline;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Operations;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Heartbeats;
import dev.plumbline.model.Latencies;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an audit of a stretch of time is made of, beside tables and charts. */
public final class Audit {

    /** Findings that a page lists; the rest is in the tables below. */
    private static final int MOST = 30;

    private Audit() {}

    /** How complete the record is: signs of life found of those to be expected, and collections that failed. */
    public static Showable completeness(Window window) {
        Heartbeats beats = window.sample(Heartbeats.class);
        if (beats.medianGapSeconds().isEmpty()) {
            return Evaluated.only(
                    "Not available: " + beats.size() + " signs of life, 3 needed to know how often one comes.");
        }
        double usual = beats.medianGapSeconds().getAsDouble();
        double span = (beats.period().toMicros() - beats.period().fromMicros()) / 1e6;
        long expected = Math.max(beats.size(), Math.round(span / usual));
        Rows failed = window.rows("checks/failed_collections");
        double broken = failed.isEmpty() ? 0 : failed.doubles("n")[0];
        return new Evaluated(
                String.format(
                        Locale.ROOT,
                        "%,d of about %,d signs of life are there (%s), one every %s.%s",
                        beats.size(),
                        expected,
                        Unit.SHARE.format((double) beats.size() / expected),
                        Unit.SECONDS.format(usual),
                        broken > 0 ? String.format(Locale.ROOT, " %,.0f collections failed.", broken) : ""),
                "",
                List.of(),
                List.of());
    }

    /**
     * What was found, the worst first: severity, how often, the evidence, what to do and how soon. Rules that fired,
     * deviations that are real, what the data checks found, and critical errors with file and line.
     */
    public static Showable findings(Window window, Check check) {
        List<Finding> found = Finding.of(window, check);
        return new Evaluated(
                (found.isEmpty()
                                ? "Nothing was found by the rules, the tests and the checks of the data."
                                : found.size()
                                        + (found.size() == 1 ? " finding" : " findings")
                                        + (found.size() > MOST ? ", the " + MOST + " worst are listed." : "."))
                        + good(check),
                "",
                Evaluated.columns("severity", "finding", "value or count", "evidence", "recommendation", "priority"),
                found.stream().limit(MOST).map(Finding::cells).toList());
    }

    /** The limits that were kept, each with its number; a series that was always 0 was perhaps never observed. */
    private static String good(Check check) {
        List<Deviation> kept = check.with(Verdict.WITHIN).stream()
                .filter(row -> row.kind() == Deviation.Kind.LIMIT && row.now().isDefined())
                .toList();
        String good = kept.stream()
                .filter(row -> row.now().value().orElse(0) != 0)
                .map(row -> row.now().title() + " " + row.now().text())
                .collect(Collectors.joining(", "));
        String zero = kept.stream()
                .filter(row -> row.now().value().orElse(0) == 0)
                .map(row -> row.now().title())
                .collect(Collectors.joining(", "));
        return (good.isEmpty() ? "" : " Within its limits, at worst: " + good + ".")
                + (zero.isEmpty() ? "" : " 0 throughout, which may mean never observed: " + zero + ".");
    }

    /**
     * This audit against an earlier one of the same agent: which findings are new, which persist and which are resolved.
     *
     * @param since the first date or instant of the earlier one, which is taken as long as this; empty: just before this one
     */
    public static Showable retest(Window window, Check check, String since) {
        Window earlier = since.isEmpty() ? window.before() : window.asLongFrom(since);
        if (earlier.activeDays() == 0) {
            return Evaluated.only("Not available: nothing is recorded in "
                    + Dates.range(earlier.period(), window.zone()) + ", with which this audit would be compared.");
        }
        List<Finding> now = Finding.of(window, check);
        List<Finding> then = Finding.of(earlier, earlier.against(earlier.usualBaseline()));
        List<List<String>> rows = new ArrayList<>();
        int[] counts = new int[3];
        for (Finding finding : now) {
            boolean known = then.stream().anyMatch(finding::isOf);
            counts[known ? 1 : 0]++;
            rows.add(List.of(
                    known ? "persists" : "new",
                    finding.severity(),
                    finding.title(),
                    then.stream()
                            .filter(finding::isOf)
                            .map(Finding::value)
                            .findFirst()
                            .orElse("–"),
                    finding.value()));
        }
        for (Finding finding : then) {
            if (now.stream().noneMatch(finding::isOf)) {
                counts[2]++;
                rows.add(List.of("resolved", finding.severity(), finding.title(), finding.value(), "–"));
            }
        }
        rows.sort(Comparator.comparing(
                row -> List.of("new", "persists", "resolved").indexOf(row.get(0))));
        return new Evaluated(
                String.format(
                        Locale.ROOT,
                        "Against %s: %d new, %d persist, %d resolved.",
                        Dates.range(earlier.period(), window.zone()),
                        counts[0],
                        counts[1],
                        counts[2]),
                "Resolved: not found any more, also where its data is missing now.",
                Evaluated.columns("state", "severity", "finding", "then", "now"),
                rows.subList(0, Math.min(MOST, rows.size())));
    }

    /** What the log speaks of, how often, on which exchange, and where it is first written. */
    public static Showable log(Window window) {
        return LogTopics.of(window);
    }

    /** How long positions stood without a stop loss, by exchange. */
    public static Showable stopDelays(Window window) {
        return Show.table(
                window,
                "stop_delays",
                "Not available: seconds without a stop loss; no event says that a position was opened.");
    }

    /** Closed positions as the log or the events state them, where they are no trades. */
    public static Showable statedCloses(Window window) {
        return StatedCloses.of(window);
    }

    /** What a monitor counted and measured, to be asked for in parts. */
    public static MonitoredSeries monitored(Window window) {
        return MonitoredSeries.of(window);
    }

    /** What became of the orders, by the source of the signal; how long each step from the signal on took; and which signals came. */
    public static Showable orders(Window window) {
        return Show.together(
                OrderPath.outcomes(window),
                OrderPath.steps(window),
                Show.table(window, "signals", "Not available: no signal is recorded."));
    }

    /** Lives of orders and positions: the same, orders by symbol, and events that belong together. */
    public static Showable lives(Window window) {
        return Show.together(
                orders(window),
                Show.table(window, "order_outcomes", "Not available: no order is recorded."),
                Show.table(window, "lifecycles", "Not available: no events that belong together are recorded."));
    }

    /** How the machine and the exchange did: gauges, what counters rose by, how long things took, the states of components, day by day. */
    public static Showable performance(Window window) {
        return Show.together(
                Show.table(window, "monitored_gauges", "Not available: nothing was monitored."),
                Counters.of(window),
                latencies(window),
                Show.table(window, "durations", "Not available: no duration is recorded."),
                Show.table(window, "component_states", "Not available: no component reported a state."),
                Show.trends(window));
    }

    private static Showable latencies(Window window) {
        if (window.values(Latencies.class, "metric").isEmpty()) {
            return Evaluated.only("Not available: no time that a call or an order took is recorded.");
        }
        Slices each = window.by("metric");
        return each.measure(Operations.LATENCY_P50)
                .and(each.measure(Operations.LATENCY_P95))
                .and(each.measure(Operations.LATENCY_P99));
    }

    /** Errors and warnings by kind, with the place of the first. */
    public static Showable errors(Window window) {
        ErrorKinds errors = ErrorKinds.of(window);
        return errors.kinds().isEmpty() && window.rows("explore/log_topics").isEmpty()
                ? Evaluated.only(
                        "Not available: no record of a log and no event that could be an error is in these days.")
                : errors.shown();
    }
}
