package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Deviation rules over history: each evening the week before it, held against the four weeks before that with the tests of
 * a check. A rule fires from the first evening that it would have been yellow or red until the first that it would not.
 */
final class DeviationReplay {

    private static final int BASELINE_DAYS = 28;

    /** What one evening's check would have said. */
    private record Evening(long at, Verdict verdict, double value) {}

    /** A row of the check, evening after evening. */
    private record Course(Rule rule, String title, List<Evening> evenings) {}

    private final List<Rule> rules;
    private final Rules all;
    private final Scope scope;
    private final Period period;
    private final SeriesSource source;
    private final Map<String, Course> courses = new LinkedHashMap<>();

    private DeviationReplay(Rules rules, Scope scope, Period period, SeriesSource source) {
        this.rules = rules.of(Deviation.Kind.DEVIATION);
        this.all = new Rules(rules.name(), this.rules, rules.monitored(), rules.alone());
        this.scope = scope;
        this.period = period;
        this.source = source;
    }

    static List<Track> of(Rules rules, Scope scope, Period period, SeriesSource source) {
        DeviationReplay replay = new DeviationReplay(rules, scope, period, source);
        if (replay.rules.isEmpty()) {
            return List.of();
        }
        source.weeks().forEach(replay::look);
        List<Track> tracks = new ArrayList<>();
        replay.courses.values().forEach(course -> tracks.addAll(replay.tracks(course)));
        return tracks;
    }

    private void look(Period week) {
        Instant first = week.from().minus(BASELINE_DAYS, ChronoUnit.DAYS);
        Period before = Period.of(first, week.from());
        List<Measurement> then = measured(before);
        if (then.stream().noneMatch(Measurement::isDefined)) {
            return;
        }
        Baseline baseline = new Baseline(Check.PREVIOUS, scope, before, ZoneOffset.UTC, week.from(), then, List.of());
        Check check = new Assessment(scope, week, measured(week), Optional.of(baseline), all, Optional.empty()).check();
        for (Deviation row : check.rows()) {
            rules.stream().filter(rule -> rule.names(row.now())).findFirst().ifPresent(rule -> courses.computeIfAbsent(
                            row.title(), title -> new Course(rule, title, new ArrayList<>()))
                    .evenings()
                    .add(new Evening(
                            Period.micros(week.to()),
                            row.verdict(),
                            row.now().value().orElse(Double.NaN))));
        }
    }

    private List<Measurement> measured(Period over) {
        List<Measurement> all = new ArrayList<>();
        for (Rule rule : rules) {
            source.measured(over, rule.metric(), rule.cut().dimension()).stream()
                    .filter(rule::names)
                    .forEach(all::add);
        }
        return all;
    }

    private List<Track> tracks(Course course) {
        List<Track> tracks = new ArrayList<>();
        course.rule().levels().forEach((level, bounds) -> tracks.add(track(course, level, bounds)));
        return tracks;
    }

    private Track track(Course course, Level level, Bounds bounds) {
        List<Episode> episodes = episodes(course.evenings(), level);
        long day = Duration.ofDays(1).toMillis() * 1_000;
        long known = course.evenings().stream()
                .filter(it -> it.verdict() != Verdict.UNKNOWN)
                .count();
        String missing = known > 0 ? "" : "too little in any week for a test";
        return new Track(
                course.title() + " (deviation)",
                level,
                course.rule().words(bounds),
                course.rule().metric().unit(),
                Duration.ZERO,
                Duration.ZERO,
                episodes,
                episodes.stream().mapToLong(Episode::micros).sum(),
                course.evenings().size(),
                known * day,
                0,
                period.toMicros() - period.fromMicros(),
                nearest(course.evenings(), episodes),
                Optional.empty(),
                missing,
                Optional.empty(),
                course.rule().action(),
                course.rule().quote());
    }

    private static OptionalDouble nearest(List<Evening> evenings, List<Episode> episodes) {
        return episodes.isEmpty()
                ? evenings.stream()
                        .mapToDouble(Evening::value)
                        .filter(Double::isFinite)
                        .min()
                : OptionalDouble.of(episodes.get(0).peak());
    }

    private List<Episode> episodes(List<Evening> evenings, Level level) {
        List<Episode> all = new ArrayList<>();
        Optional<Evening> since = Optional.empty();
        for (Evening evening : evenings) {
            boolean fires = evening.verdict().isAlarm() && evening.verdict().compareTo(level.verdict()) <= 0;
            if (fires && since.isEmpty()) {
                since = Optional.of(evening);
            } else if (!fires && since.isPresent()) {
                boolean unknown = evening.verdict() == Verdict.UNKNOWN;
                all.add(episode(since.get(), evening.at(), unknown ? Episode.Ending.NO_DATA : Episode.Ending.RESOLVED));
                since = Optional.empty();
            }
        }
        since.ifPresent(it -> all.add(episode(it, period.toMicros(), Episode.Ending.STILL)));
        return all;
    }

    private static Episode episode(Evening since, long until, Episode.Ending ending) {
        return new Episode(since.at(), since.at(), Math.max(until, since.at()), since.value(), since.at(), ending, 1);
    }
}
