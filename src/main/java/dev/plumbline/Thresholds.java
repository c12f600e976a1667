package dev.plumbline;

import dev.plumbline.baseline.Level;
import dev.plumbline.baseline.Track;
import dev.plumbline.metric.Unit;
import dev.plumbline.report.Showable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a window says about the thresholds of the rules: how often each fired, how near it came, and what to change. */
final class Thresholds {

    private static final double ENOUGH = 0.5;
    private static final String ABSENT = "–";

    private Thresholds() {}

    static Showable of(Window window) {
        List<Track> tracks = window.seriesAlerts().tracks();
        if (tracks.isEmpty()) {
            return Evaluated.only("Not available: no rule watches what is monitored here.");
        }
        List<List<String>> lines = new ArrayList<>();
        List<String> blind = new ArrayList<>();
        List<String> change = new ArrayList<>();
        for (Track track : tracks) {
            String name = track.rule() + " " + track.threshold();
            if (track.observed() == 0) {
                blind.add(name);
                continue;
            }
            // an emergency is a multiple of another level, which is the one to change
            Optional<Track.Advice> advice = track.level() == Level.EMERGENCY ? Optional.empty() : track.advice();
            advice.ifPresent(it -> change.add(track.rule()));
            lines.add(List.of(
                    track.rule(),
                    track.level() == Level.EMERGENCY
                            ? "emergency"
                            : track.level().word(),
                    track.threshold(),
                    Integer.toString(track.episodes().size()),
                    Double.isNaN(track.perWeek()) ? ABSENT : String.format(Locale.ROOT, "%.1f", track.perWeek()),
                    Unit.SHARE.format(track.share()),
                    track.nearest().isPresent()
                            ? track.unit().format(track.nearest().getAsDouble())
                            : ABSENT,
                    advice.map(it -> words(it, track.unit())).orElse(opinion(track))));
        }
        String answer = change.isEmpty()
                ? "No threshold seems wrong."
                : "To be looked at: " + change.stream().distinct().collect(Collectors.joining(", ")) + ".";
        return new Evaluated(
                answer
                        + (blind.isEmpty()
                                ? ""
                                : " No data, which is not the same as fine: "
                                        + blind.stream().distinct().collect(Collectors.joining(", ")) + "."),
                "Over " + Dates.range(window.period(), window.zone())
                        + ". Nearest: the value furthest towards the threshold or beyond it; share: of the time observed.",
                Evaluated.columns(
                        "rule",
                        "level",
                        "threshold",
                        "#fired",
                        "#a week",
                        "#share",
                        "#nearest",
                        "what the history says"),
                lines);
    }

    private static String opinion(Track track) {
        double known = (double) (track.observed() + track.muted()) / track.asked();
        if (known < ENOUGH && !track.fired()) {
            return "cannot tell: known for " + Unit.SHARE.format(known) + " of the time";
        }
        return track.fired() ? "keep" : "keep: never fired";
    }

    private static String words(Track.Advice advice, Unit unit) {
        return advice.evidence()
                + (advice.proposed().isPresent()
                        ? "; proposed: " + unit.format(advice.proposed().getAsDouble())
                        : "");
    }
}
