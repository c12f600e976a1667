package dev.plumbline.baseline;

import dev.plumbline.baseline.Stretch.State;
import java.util.ArrayList;
import java.util.List;

/**
 * One level of one rule, replayed over a series: it is pending while the series is beyond the level, fires once that has
 * lasted, ends when the value comes back or the data ends, and tells somebody no oftener than the cooldown.
 */
final class Replay {

    private final Bounds bounds;
    private final long hold;
    private final long cooldown;

    private final List<Episode> episodes = new ArrayList<>();
    private long since = -1;
    private double peak;
    private long peakAt;
    private long quietUntil = Long.MIN_VALUE;

    /**
     * @param hold     for how many microseconds the series must be beyond before the rule fires
     * @param cooldown microseconds between two notifications; 0 for one an episode
     */
    private Replay(Bounds bounds, long hold, long cooldown) {
        this.bounds = bounds;
        this.hold = hold;
        this.cooldown = cooldown;
    }

    static List<Episode> of(List<Stretch> stretches, Bounds bounds, long hold, long cooldown) {
        Replay replay = new Replay(bounds, hold, cooldown);
        long end = 0;
        for (Stretch stretch : stretches) {
            replay.see(stretch);
            end = stretch.to();
        }
        replay.end(end, Episode.Ending.STILL);
        return replay.episodes;
    }

    private void see(Stretch stretch) {
        if (stretch.state() != State.BEYOND) {
            end(stretch.from(), ending(stretch.state()));
            return;
        }
        if (since < 0) {
            since = stretch.from();
            peak = stretch.worst();
            peakAt = stretch.from();
        } else if (bounds.isFurther(stretch.worst(), peak)) {
            peak = stretch.worst();
            peakAt = stretch.from();
        }
    }

    private static Episode.Ending ending(State state) {
        return switch (state) {
            case UNKNOWN -> Episode.Ending.NO_DATA;
            case MUTED -> Episode.Ending.MUTED;
            case CALM, BEYOND -> Episode.Ending.RESOLVED;
        };
    }

    private void end(long until, Episode.Ending ending) {
        if (since >= 0 && since + hold < until) {
            long fired = since + hold;
            episodes.add(new Episode(since, fired, until, peak, peakAt, ending, notified(fired, until)));
        }
        since = -1;
    }

    private int notified(long fired, long until) {
        if (cooldown == 0) {
            return 1;
        }
        long first = Math.max(fired, quietUntil);
        if (first >= until) {
            return 0;
        }
        long n = 1 + (until - 1 - first) / cooldown;
        quietUntil = first + n * cooldown;
        return (int) n;
    }
}
