package dev.plumbline.baseline;

import dev.plumbline.metric.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One level of one rule over history: when it would have fired, and how near it came.
 *
 * @param rule      what the rule is called
 * @param level     how bad it is
 * @param threshold where it begins, in words: {@code above 500}
 * @param unit      how values are written
 * @param hold      how long it must last before it fires
 * @param cooldown  how long nothing more is said; zero where once an episode is enough
 * @param episodes  in order
 * @param firing    for how many microseconds of the period it fired
 * @param readings  how many values of the series the period has
 * @param observed  for how many microseconds of the period the series was known
 * @param muted     for how many a condition of the rule muted it
 * @param asked     how many the period has
 * @param nearest   the value furthest towards the threshold or beyond it
 * @param own       the alerts of the kind that the bot itself wrote; empty where it writes none
 * @param missing   why nothing is known; empty where something is
 * @param advice    what the threshold should perhaps be, and why; empty where it seems right
 */
public record Track(
        String rule,
        Level level,
        String threshold,
        Unit unit,
        Duration hold,
        Duration cooldown,
        List<Episode> episodes,
        long firing,
        long readings,
        long observed,
        long muted,
        long asked,
        OptionalDouble nearest,
        Optional<OwnAlerts> own,
        String missing,
        Optional<Advice> advice,
        String action,
        String quote) {

    /**
     * A threshold that seems wrong.
     *
     * @param tight    whether it fires too often; else it was never near
     * @param evidence one sentence
     * @param proposed a value that the history would bear; empty where none of its own would
     * @param hold     how long it should last instead; zero where the value is proposed
     */
    public record Advice(boolean tight, String evidence, OptionalDouble proposed, Duration hold) {}

    public Track {
        episodes = List.copyOf(episodes);
    }

    private static final double WEEK = 7 * 86_400e6;

    public boolean fired() {
        return !episodes.isEmpty();
    }

    public boolean isFiring() {
        return fired() && episodes.get(episodes.size() - 1).ending() == Episode.Ending.STILL;
    }

    /** How often it fired a week of what was observed; NaN where that is under a day. */
    public double perWeek() {
        double known = (double) observed + muted;
        return known < WEEK / 7 ? Double.NaN : episodes.size() / (known / WEEK);
    }

    /** The share of the observed time in which it fired. */
    public double share() {
        return observed == 0 ? 0 : Math.min(1, (double) firing / observed);
    }

    public int notified() {
        return episodes.stream().mapToInt(Episode::notified).sum();
    }

    Track with(Advice other) {
        return with(own, Optional.of(other));
    }

    Track unadvised() {
        return with(own, Optional.empty());
    }

    Track with(OwnAlerts alerts) {
        return with(Optional.of(alerts), advice);
    }

    private Track with(Optional<OwnAlerts> own, Optional<Advice> advice) {
        return new Track(
                rule, level, threshold, unit, hold, cooldown, episodes, firing, readings, observed, muted, asked,
                nearest, own, missing, advice, action, quote);
    }
}
