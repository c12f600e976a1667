package dev.plumbline;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Episode;
import dev.plumbline.baseline.Level;
import dev.plumbline.baseline.Track;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.model.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The planted week of one agent, as a review sees it. */
record SampleWeek(Check check, Quality quality, List<Track> tracks) {

    /** A rule may look back over an hour, and a silence is known when it ends. */
    private static final Duration AFTER = Duration.ofHours(2);

    /** What a red row may come of, by the metric's or the rule's name. */
    private static final Map<String, Set<String>> CAUSES = Map.ofEntries(
            Map.entry("win_rate", Set.of("win_rate")),
            Map.entry("mode_transitions_peak", Set.of("mode_burst")),
            Map.entry("retraining_success_rate", Set.of("retraining_failures")),
            Map.entry("repeated retraining failures", Set.of("retraining_failures")),
            Map.entry("uptime", Set.of("gap")),
            Map.entry("system silent", Set.of("gap")),
            Map.entry("backend silent", Set.of("gap")),
            Map.entry("unprotected positions", Set.of("unprotected_positions")),
            Map.entry("emergency closes", Set.of("emergency")),
            Map.entry("daily P&L", Set.of("daily_loss")),
            Map.entry("the bot's critical alerts", Set.of("alert_storm", "daily_loss", "memory_leak")),
            Map.entry("order failure", Set.of("order_failures")),
            Map.entry("exchange API down", Set.of("order_failures")),
            Map.entry("app unhealthy", Set.of("unhealthy")));

    /** The rule that names a change that is seen in what is monitored. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("error_storm", "errors in a minute"),
            Map.entry("unprotected_positions", "unprotected positions"),
            Map.entry("emergency", "emergency closes"),
            Map.entry("memory_leak", "memory in MB"),
            Map.entry("websocket_disconnect", "WebSocket disconnected"),
            Map.entry("alert_storm", "alert storm"),
            Map.entry("daily_loss", "daily P&L"),
            Map.entry("restart", "restart"),
            Map.entry("order_failures", "order failure"),
            Map.entry("no_signals", "no signals"),
            Map.entry("unhealthy", "app unhealthy"));

    static SampleWeek of(Workbench lab) {
        Window week = lab.window("", "", 7);
        return new SampleWeek(
                week.against(week.previous()),
                week.quality(),
                week.alerts(lab.rules()).tracks());
    }

    /** The name of the rule that a change is seen by; empty where a metric or a check of the data shows it. */
    static Optional<String> rule(Planted plant) {
        return Optional.ofNullable(RULES.get(plant.kind()));
    }

    /** Whether the change is named, with its symbol and its time. */
    boolean names(Planted plant) {
        return switch (plant.kind()) {
            case "win_rate" -> rows("win_rate", plant.symbol(), Verdict.RED).isPresent();
            case "confidence" -> changed("confidence", 1);
            case "retraining_failures" ->
                rows("retraining_success_rate", "", Verdict.RED).isPresent()
                        && fired("repeated retraining failures", plant).isPresent();
            case "mode_burst" ->
                rows("mode_transitions_peak", "", Verdict.RED)
                        .filter(row -> says(row.since(), plant.hours("EEEE d MMM, 'from' HH") + ".*" + plant.symbol()))
                        .isPresent();
            case "stuck_mode" ->
                rows("mode_transitions", plant.symbol(), Verdict.YELLOW).isPresent();
            case "open_share" -> changed("open_share", 1);
            case "gap" ->
                found("gaps").anyMatch(it -> hours(it.subject()) > 0.9 * hours(plant) && touches(plant, it.subject()));
            case "failed_collections" ->
                found("failed_collections")
                        .anyMatch(it ->
                                it.n() == plant.count("rows") && says(it.sentence(), plant.hours("yyyy-MM-dd HH")));
            default -> rule(plant).flatMap(rule -> fired(rule, plant)).isPresent();
        };
    }

    /** The red rows that no planted change of this agent explains; for a rule on a series, each time that it fired. */
    List<String> unexplained(List<Planted> plants) {
        return check.with(Verdict.RED).stream()
                .filter(row -> !explained(row, plants))
                .map(row -> row.title() + ": " + row.why())
                .toList();
    }

    private boolean explained(Deviation row, List<Planted> plants) {
        Optional<Set<String>> causes = Optional.ofNullable(CAUSES.get(
                CAUSES.containsKey(row.now().metric().id())
                        ? row.now().metric().id()
                        : row.now().metric().title()));
        List<Planted> possible = plants.stream()
                .filter(plant -> causes.filter(it -> it.contains(plant.kind())).isPresent())
                .filter(plant ->
                        row.now().slice().isAll() || row.now().slice().value().equals(plant.symbol()))
                .toList();
        return !possible.isEmpty()
                && tracks.stream()
                        .filter(track -> track.level() == Level.RED || track.level() == Level.EMERGENCY)
                        .filter(track -> track.rule().equals(row.now().metric().title()))
                        .filter(track -> row.now().metric().id().startsWith("series"))
                        .flatMap(track -> track.episodes().stream())
                        .allMatch(episode -> possible.stream().anyMatch(plant -> touches(plant, episode)));
    }

    private Optional<Deviation> rows(String metric, String slice, Verdict verdict) {
        return check.with(verdict).stream()
                .filter(row -> row.now().metric().id().equals(metric)
                        && row.now().slice().value().equals(slice))
                .findFirst();
    }

    /** Whether a metric, of the whole or of a slice, has moved in a direction, more than by chance. */
    private boolean changed(String metric, int sign) {
        return check.rows().stream()
                .filter(row -> row.verdict().isAlarm() || row.verdict() == Verdict.WATCH)
                .anyMatch(row -> row.now().metric().id().equals(metric)
                        && Math.signum(row.change().orElse(0)) == sign);
    }

    /** The longest time that a rule fired, where the change is what it fired at. */
    private Optional<Episode> fired(String rule, Planted plant) {
        return tracks.stream()
                .filter(track -> track.rule().equals(rule))
                .flatMap(track -> track.episodes().stream())
                .filter(episode -> touches(plant, episode))
                .max(Comparator.comparingLong(Episode::micros));
    }

    private Stream<Quality.Finding> found(String check) {
        return quality.findings().stream().filter(finding -> finding.check().equals(check));
    }

    /** Of {@code 2026-11-15 00:45 to 2026-11-15 10:00}. */
    private static boolean touches(Planted plant, String subject) {
        return plant.touches(time(subject, 0), time(subject, 1), Duration.ZERO);
    }

    private static double hours(String subject) {
        return Duration.between(time(subject, 0), time(subject, 1)).toMinutes() / 60.0;
    }

    private static double hours(Planted plant) {
        return Duration.between(plant.from(), plant.to()).toMinutes() / 60.0;
    }

    private static Instant time(String subject, int which) {
        return Instant.parse(subject.split(" to ", -1)[which].replace(' ', 'T') + ":00Z");
    }

    private static boolean touches(Planted plant, Episode episode) {
        Instant since = Period.instant(episode.since());
        return plant.touches(since, Period.instant(episode.until()), AFTER);
    }

    private static boolean says(String text, String regex) {
        return Pattern.compile(regex).matcher(text).find();
    }
}
