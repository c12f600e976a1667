package dev.plumbline.baseline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What a history says about a threshold: fired too often, or never near; with a value that it would bear. */
final class Advisor {

    private static final double TOO_OFTEN = 7;
    private static final double TOO_LONG = 0.2;
    /** Of the weeks, so that one long incident does not speak against a threshold. */
    private static final double HABIT = 0.5;

    private static final long WEEK = 7 * 86_400_000_000L;
    private static final double RARELY = 1;
    private static final double NEAR = 0.5;
    private static final double ROOM = 1.5;
    private static final double LEAST_WEEKS = 1;
    private static final double[] QUANTILES = {0.99, 0.995, 0.999, 0.9999};

    private static final int[] HOLDS = {2, 3, 5, 10, 15, 30, 60, 120};

    private final Track track;
    private final Bounds bounds;
    private final Function<Bounds, List<Episode>> replay;

    /** @param replay what would have fired at other levels */
    Advisor(Track track, Bounds bounds, Function<Bounds, List<Episode>> replay) {
        this.track = track;
        this.bounds = bounds;
        this.replay = replay;
    }

    Track advised(List<Stretch> stretches) {
        boolean one = bounds.below().isPresent() != bounds.above().isPresent();
        double weeks = track.observed() / (7 * 86_400e6);
        if (!one || weeks < LEAST_WEEKS || track.level() == Level.WATCH) {
            return track;
        }
        boolean habit = weeksFired() >= HABIT * weeks && track.episodes().size() > 1;
        if (habit && (track.perWeek() > TOO_OFTEN || track.share() > TOO_LONG)) {
            return tight(stretches, weeks);
        }
        return track.fired() ? track : idle();
    }

    private long weeksFired() {
        return track.episodes().stream()
                .flatMapToLong(
                        it -> java.util.stream.LongStream.rangeClosed(it.fired() / WEEK, (it.until() - 1) / WEEK))
                .distinct()
                .count();
    }

    private Track tight(List<Stretch> stretches, double weeks) {
        for (double value : candidates(stretches)) {
            int n = replay.apply(at(value)).size();
            if (n / weeks <= RARELY) {
                return track.with(new Track.Advice(
                        true,
                        String.format(
                                Locale.ROOT,
                                "fired %.1f times a week and %.1f %% of the time; at %s it would %s",
                                track.perWeek(),
                                100 * track.share(),
                                track.unit().format(value),
                                wouldHaveFired(n)),
                        OptionalDouble.of(value),
                        Duration.ZERO));
            }
        }
        for (int minutes : HOLDS) {
            long hold = minutes * 60_000_000L;
            long n = track.episodes().stream()
                    .filter(it -> it.until() - it.since() > hold)
                    .count();
            if (hold > track.hold().toMillis() * 1_000 && n / weeks <= RARELY) {
                String evidence = String.format(
                        Locale.ROOT,
                        "fired %.1f times a week; if it had to last %d min it would %s",
                        track.perWeek(),
                        minutes,
                        wouldHaveFired(n));
                return track.with(
                        new Track.Advice(true, evidence, OptionalDouble.empty(), Duration.ofMinutes(minutes)));
            }
        }
        return track;
    }

    private static String wouldHaveFired(long n) {
        return n == 0 ? "never have fired" : "have fired " + (n == 1 ? "once" : n + " times");
    }

    private Track idle() {
        double edge = bounds.edges().findFirst().orElseThrow().at(0);
        double nearest = track.nearest().orElse(0);
        boolean above = bounds.above().isPresent();
        if (!above || edge <= 0 || nearest <= 0 || nearest >= NEAR * edge) {
            return track;
        }
        double proposed = rounded(nearest * ROOM, true);
        return proposed >= edge
                ? track
                : track.with(new Track.Advice(
                        false,
                        String.format(
                                Locale.ROOT,
                                "never fired: the highest was %s, %.0f %% of the threshold",
                                track.unit().format(nearest),
                                100 * nearest / edge),
                        OptionalDouble.of(proposed),
                        Duration.ZERO));
    }

    /** Values that most of the time was this side of, the nearest first. */
    private List<Double> candidates(List<Stretch> stretches) {
        boolean above = bounds.above().isPresent();
        List<Stretch> known = new ArrayList<>(
                stretches.stream().filter(it -> !Double.isNaN(it.worst())).toList());
        known.sort((a, b) -> above ? Double.compare(a.worst(), b.worst()) : Double.compare(b.worst(), a.worst()));
        double all = known.stream().mapToDouble(it -> it.to() - it.from()).sum();
        List<Double> values = new ArrayList<>();
        double sum = 0;
        int next = 0;
        for (Stretch stretch : known) {
            sum += stretch.to() - stretch.from();
            while (next < QUANTILES.length && sum >= QUANTILES[next] * all) {
                values.add(rounded(stretch.worst(), above));
                next++;
            }
        }
        if (!known.isEmpty()) {
            values.add(rounded(known.get(known.size() - 1).worst(), above));
        }
        double edge = bounds.edges().findFirst().orElseThrow().at(0);
        return values.stream()
                .distinct()
                .filter(value -> value != 0 && (above ? value > edge : value < edge))
                .toList();
    }

    private Bounds at(double value) {
        Threshold edge = new Threshold(value, Threshold.Scale.ABSOLUTE, false);
        return bounds.above().isPresent()
                ? new Bounds(Optional.empty(), Optional.of(edge))
                : new Bounds(Optional.of(edge), Optional.empty());
    }

    /** To two digits, away from what was seen. */
    private static double rounded(double value, boolean up) {
        return new BigDecimal(value)
                .round(new MathContext(2, up ? RoundingMode.CEILING : RoundingMode.FLOOR))
                .doubleValue();
    }
}
