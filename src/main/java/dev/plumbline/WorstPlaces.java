package dev.plumbline;

import dev.plumbline.baseline.Episode;
import dev.plumbline.baseline.Track;
import dev.plumbline.model.Period;
import dev.plumbline.store.Rows;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Where the worst reading that a rule fired on is written: the evidence of a finding. */
final class WorstPlaces {

    private final Map<String, String> places = new HashMap<>();

    private WorstPlaces() {}

    static WorstPlaces of(Window window) {
        WorstPlaces all = new WorstPlaces();
        for (Track track : window.seriesAlerts().tracks()) {
            track.episodes().stream()
                    .filter(episode -> episode.peakAt() >= window.period().fromMicros()
                            && episode.peakAt() < window.period().toMicros())
                    .max(Comparator.comparingDouble((Episode episode) -> nearness(track, episode))
                            .thenComparingLong(Episode::micros))
                    .ifPresent(episode -> all.places.putIfAbsent(track.rule(), place(window, episode)));
        }
        all.places.values().removeIf(String::isEmpty);
        return all;
    }

    /** The episode that holds the value furthest beyond the threshold is the worst. */
    private static double nearness(Track track, Episode episode) {
        return -Math.abs(episode.peak() - track.nearest().orElse(episode.peak()));
    }

    private static String place(Window window, Episode episode) {
        Window instant = window.workbench()
                .between(new Period(Period.instant(episode.peakAt()), Period.instant(episode.peakAt() + 1)));
        Rows rows = instant.rows("explore/reading_places");
        return rows.isEmpty() || rows.texts("file")[0].isEmpty()
                ? ""
                : ErrorKinds.place(rows.texts("file")[0], rows.doubles("line")[0]);
    }

    /** {@code ; worst in monitoring_snapshots_20261118.jsonl:184}, or nothing. */
    String of(String rule) {
        return places.containsKey(rule) ? "; worst in " + places.get(rule) : "";
    }
}
