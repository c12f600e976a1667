package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Period;
import dev.plumbline.model.Slice;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A rule on a series as a row of a check: whether it fired in the window, how often, for how long, since when. */
final class SeriesJudge {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    /** Less of the window known than this, and nobody can say that it was calm. */
    private static final double ENOUGH = 0.5;

    private final ZoneId zone;

    /** @param zone that times are told in */
    SeriesJudge(ZoneId zone) {
        this.zone = zone;
    }

    Deviation judge(Rule rule, List<Track> tracks) {
        Optional<Track> worst = tracks.stream().filter(Track::fired).findFirst();
        Track shown = worst.orElse(tracks.get(tracks.size() - 1));
        Opinion opinion = worst.map(this::fired).orElseGet(() -> calm(shown));
        Result result = shown.nearest().isPresent()
                ? Result.of(shown.nearest().getAsDouble(), shown.readings())
                : Result.undefined(0, reason(shown), opinion.why());
        Verdict verdict = opinion.verdict();
        return new Deviation(
                new Measurement(rule.named(), Slice.ALL, result),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                rule.band(0),
                Deviation.Kind.LIMIT,
                verdict,
                opinion.why(),
                verdict.isAlarm() ? rule.action() : "",
                rule.author(),
                worst.filter(it -> it.episodes().size() > 1).map(this::since).orElse(""));
    }

    private static Result.Reason reason(Track track) {
        return track.missing().startsWith("not available") ? Result.Reason.NOT_AVAILABLE : Result.Reason.NONE;
    }

    private Opinion fired(Track track) {
        int n = track.episodes().size();
        String words = track.threshold() + lasting(track) + ": fired "
                + (n == 1 ? "once" : n + " times") + ", " + Unit.SECONDS.format(track.firing() / 1e6)
                + (n == 1 ? "" : " in all") + ", from "
                + time(track.episodes().get(0).fired())
                + (track.isFiring() ? ", still firing at the end" : "")
                + (track.level() == Level.EMERGENCY ? "; an emergency" : "");
        return new Opinion(track.level().verdict(), words);
    }

    private static String lasting(Track track) {
        return track.hold().isZero()
                ? ""
                : " for " + Unit.SECONDS.format((double) track.hold().toSeconds());
    }

    private static Opinion calm(Track track) {
        if (!track.missing().isEmpty()) {
            return Opinion.unknown(track.missing());
        }
        long counted = track.asked() - track.muted();
        if (counted <= 0) {
            return new Opinion(Verdict.WITHIN, "muted in the whole window");
        }
        double known = (double) track.observed() / counted;
        if (known < ENOUGH) {
            return Opinion.unknown(String.format(
                    Locale.ROOT, "no data in %.0f %% of the window, which is not the same as fine", 100 * (1 - known)));
        }
        return new Opinion(
                Verdict.WITHIN,
                "never " + track.threshold() + lasting(track)
                        + (known < 0.99
                                ? String.format(Locale.ROOT, "; no data in %.0f %% of the window", 100 * (1 - known))
                                : ""));
    }

    private String time(long micros) {
        return TIME.format(Period.instant(micros).atZone(zone));
    }

    /** Of many times, the last and the longest: a storm among showers is what was meant. */
    private String since(Track track) {
        Episode last = track.episodes().get(track.episodes().size() - 1);
        Episode longest = track.episodes().stream()
                .max(Comparator.comparingLong(Episode::micros))
                .orElse(last);
        return "It last fired on " + time(last.fired())
                + (longest.micros() > last.micros()
                        ? ", and longest on " + time(longest.fired()) + ", for "
                                + Unit.SECONDS.format(longest.micros() / 1e6)
                        : "");
    }
}
