package dev.plumbline.baseline;

import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Which rules would have fired over a period, and when.
 *
 * @param tracks one for each level of each rule, in the order of the rules
 * @param rules  which rule file was used
 */
public record AlertHistory(Period period, List<Track> tracks, String rules) {

    /** How far before the period a rule looks beyond its own range, so that what began just before is known. */
    private static final long BEFORE = 3_600_000_000L;

    public AlertHistory {
        tracks = List.copyOf(tracks);
    }

    /** Every limit of the rules, replayed. */
    public static AlertHistory of(Rules rules, Period period, SeriesSource source) {
        List<Track> tracks = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            if (rule.kind() == Deviation.Kind.LIMIT) {
                new OneRule(rule, period, source).tracks().forEach(tracks::add);
            }
        }
        return new AlertHistory(period, tracks, rules.name());
    }

    /** The same with the deviation rules, each evening's week against the four weeks before it. */
    public AlertHistory withDeviations(Rules by, Scope scope, SeriesSource source) {
        List<Track> all = new ArrayList<>(tracks);
        all.addAll(DeviationReplay.of(by, scope, period, source));
        return new AlertHistory(period, all, rules);
    }

    /** Limits on series only, which cost no more than reading their rows. */
    public static AlertHistory onSeries(Rules rules, Period period, SeriesSource source) {
        return of(new Rules(rules.name(), rules.onSeries(), rules.monitored(), rules.alone()), period, source);
    }

    /** The rules on series over the window, as rows of a check. */
    public static List<Deviation> rows(Rules rules, Period period, SeriesSource source) {
        List<Deviation> rows = new ArrayList<>();
        for (Rule rule : rules.onSeries()) {
            if (!rule.alarm().historyOnly()) {
                List<Track> tracks = new OneRule(rule, period, source).tracks();
                rows.add(new SeriesJudge(source.zone()).judge(rule, tracks));
            }
        }
        return rows;
    }

    /** One rule on its series, or on its metric day by day. */
    private record OneRule(Rule rule, Period period, SeriesSource source) {

        List<Track> tracks() {
            return source.replayed(
                    List.of(
                            period,
                            rule.title(),
                            rule.metric().id(),
                            rule.cut(),
                            rule.levels(),
                            rule.minN(),
                            rule.alarm(),
                            rule.action(),
                            rule.quote()),
                    this::replayed);
        }

        private List<Track> replayed() {
            Optional<Series> series = rule.alarm().series();
            if (series.isPresent() && rule.isOfTheWhole()) {
                return tracks(
                        rule.title(),
                        bounds -> source.read(series.get(), bounds.above().isEmpty()));
            }
            List<Track> all = new ArrayList<>();
            for (Slice slice : slices()) {
                Readings readings = source.daily(rule.metric(), slice, rule.minN(), rule.minDays());
                String title = rule.title() + (slice.isAll() ? "" : ", " + slice.value());
                all.addAll(tracks(title, bounds -> readings));
            }
            return all;
        }

        private List<Slice> slices() {
            return rule.cut() instanceof Cut.Fixed fixed
                    ? List.of(fixed.slice())
                    : source.slices(rule.metric(), ((Cut.Every) rule.cut()).dimension());
        }

        private List<Track> tracks(String title, Function<Bounds, Readings> read) {
            List<Track> all = new ArrayList<>();
            List<Span> muted = muted();
            for (Map.Entry<Level, Bounds> level : rule.levels().entrySet()) {
                all.add(track(title, level.getKey(), level.getValue(), read.apply(level.getValue()), muted));
            }
            List<Track> ordered = new Ladder(all, List.copyOf(rule.levels().values())).inOrder();
            return rule.alarm().own().isEmpty() ? ordered : besideOwn(ordered);
        }

        private List<Track> besideOwn(List<Track> levels) {
            long[] alerts = source.own(rule.alarm().own());
            List<Episode> any =
                    levels.stream().flatMap(it -> it.episodes().stream()).toList();
            return levels.stream()
                    .map(it -> it.with(OwnAlerts.of(alerts, it.episodes(), any)))
                    .toList();
        }

        private Track track(String title, Level level, Bounds bounds, Readings raw, List<Span> muted) {
            Readings readings = measured(raw);
            List<Stretch> stretches = stretches(readings, bounds, muted);
            List<Episode> episodes = episodes(stretches, bounds, level);
            Track track = new Track(
                    title,
                    level,
                    rule.words(bounds),
                    rule.metric().unit(),
                    rule.alarm().hold(),
                    rule.alarm().cooldowns().getOrDefault(level, Duration.ZERO),
                    episodes,
                    episodes.stream()
                            .mapToLong(it -> it.until() - Math.max(it.fired(), period.fromMicros()))
                            .sum(),
                    Arrays.stream(raw.micros())
                            .filter(it -> it >= period.fromMicros() && it < period.toMicros())
                            .count(),
                    inside(stretches, Stretch.State.BEYOND) + inside(stretches, Stretch.State.CALM),
                    inside(stretches, Stretch.State.MUTED),
                    period.toMicros() - period.fromMicros(),
                    nearest(stretches, bounds),
                    Optional.empty(),
                    raw.missing().isEmpty() ? blind() : raw.missing(),
                    Optional.empty(),
                    rule.action(),
                    rule.quote());
            return new Advisor(track, bounds, other -> episodes(stretches(readings, other, muted), other, level))
                    .advised(stretches);
        }

        private Readings measured(Readings raw) {
            Optional<Bounds> unmeasured = rule.alarm().unmeasured();
            if (unmeasured.isEmpty()) {
                return raw;
            }
            double[] values = raw.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = unmeasured.get().isBeyond(values[i], 0) ? Double.NaN : values[i];
            }
            return new Readings(raw.micros(), values, raw.growth(), raw.holds(), raw.missing());
        }

        private long begin() {
            long range = rule.alarm().series().map(Series::rangeMicros).orElse(0L);
            boolean daily = rule.alarm().series().isEmpty();
            return daily
                    ? period.fromMicros()
                    : period.fromMicros()
                            - BEFORE
                            - Math.max(range, rule.alarm().hold().toMillis() * 1_000);
        }

        private List<Stretch> stretches(Readings readings, Bounds bounds, List<Span> muted) {
            List<Stretch> all = Stretch.of(readings, bounds, begin(), period.toMicros());
            for (Alarm.Condition condition : rule.alarm().during()) {
                List<Stretch> conditions = conditions(condition);
                all = Stretch.marked(all, spans(conditions, Stretch.State.CALM), Stretch.State.CALM);
                all = Stretch.marked(all, spans(conditions, Stretch.State.UNKNOWN), Stretch.State.UNKNOWN);
            }
            return Stretch.marked(all, muted, Stretch.State.MUTED);
        }

        private List<Episode> episodes(List<Stretch> stretches, Bounds bounds, Level level) {
            long hold = rule.alarm().hold().toMillis() * 1_000;
            return Replay.of(stretches, bounds, hold, rule.alarm().cooldownMicros(level)).stream()
                    .filter(episode -> episode.until() > period.fromMicros())
                    .toList();
        }

        /** When the rule does not count: planned downtime for a silence, and what its conditions say. */
        private List<Span> muted() {
            List<Span> spans = new ArrayList<>();
            if (rule.alarm()
                    .series()
                    .filter(it -> it.form() == Series.Form.SILENCE)
                    .isPresent()) {
                spans.addAll(source.downtime());
            }
            for (Alarm.Condition condition : rule.alarm().unless()) {
                spans.addAll(spans(conditions(condition), Stretch.State.BEYOND));
            }
            return Span.joined(spans);
        }

        /** Why nobody knows whether the rule counts; empty where its conditions are known. */
        private String blind() {
            return rule.alarm().during().stream()
                    .map(it -> source.read(it.series(), it.bounds().above().isEmpty())
                            .missing())
                    .filter(missing -> !missing.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        private List<Stretch> conditions(Alarm.Condition condition) {
            Readings readings =
                    source.read(condition.series(), condition.bounds().above().isEmpty());
            return Stretch.of(readings, condition.bounds(), begin(), period.toMicros());
        }

        private static List<Span> spans(List<Stretch> stretches, Stretch.State state) {
            return stretches.stream()
                    .filter(it -> it.state() == state)
                    .map(it -> new Span(it.from(), it.to()))
                    .toList();
        }

        private long inside(List<Stretch> stretches, Stretch.State state) {
            return stretches.stream()
                    .filter(it -> it.state() == state)
                    .mapToLong(it -> Math.max(0, it.to() - Math.max(it.from(), period.fromMicros())))
                    .sum();
        }

        private OptionalDouble nearest(List<Stretch> stretches, Bounds bounds) {
            OptionalDouble best = OptionalDouble.empty();
            for (Stretch stretch : stretches) {
                boolean known = stretch.state() == Stretch.State.BEYOND || stretch.state() == Stretch.State.CALM;
                if (known
                        && !Double.isNaN(stretch.worst())
                        && stretch.to() > period.fromMicros()
                        && (best.isEmpty() || bounds.isFurther(stretch.worst(), best.getAsDouble()))) {
                    best = OptionalDouble.of(stretch.worst());
                }
            }
            return best;
        }
    }
}
