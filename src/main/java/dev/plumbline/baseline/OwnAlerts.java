package dev.plumbline.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The bot's own alerts of a rule's kind beside the times that the rule fired. One belongs to the other when it was written
 * while the rule was beyond its level, or a quarter of an hour before or after: the bot looks at its own pace.
 *
 * @param written  how many alerts of the kind the bot wrote
 * @param both     how many times the rule fired and the bot said so
 * @param onlyOurs how many times the rule fired and the bot said nothing
 * @param onlyBots when the bot said so and no level of the rule fired; microseconds
 * @param delays   of the times that both said so: how long after the series went beyond the level the bot first did; 0 where
 *                 it did before; microseconds
 */
public record OwnAlerts(long written, long both, long onlyOurs, List<Long> onlyBots, List<Long> delays) {

    /** Before and after. */
    private static final long AROUND = 15 * 60_000_000L;

    /** What was written so shortly before is of the same reading. */
    private static final long NEAR = 60_000_000L;

    public OwnAlerts {
        onlyBots = List.copyOf(onlyBots);
        delays = List.copyOf(delays);
    }

    /**
     * @param level the times that this level fired
     * @param rule  those of every level of the rule
     */
    static OwnAlerts of(long[] alerts, List<Episode> level, Collection<Episode> rule) {
        List<Long> delays = new ArrayList<>();
        for (Episode episode : level) {
            long[] ofIt = Arrays.stream(alerts)
                    .filter(alert -> isOf(alert, episode))
                    .sorted()
                    .toArray();
            if (ofIt.length > 0) {
                // one that was written well before is perhaps of the time before: the first from then on counts
                delays.add(Arrays.stream(ofIt)
                        .filter(alert -> alert >= episode.since() - NEAR)
                        .map(alert -> Math.max(0, alert - episode.since()))
                        .findFirst()
                        .orElse(0));
            }
        }
        List<Long> alone = new ArrayList<>();
        for (long alert : alerts) {
            if (rule.stream().noneMatch(it -> isOf(alert, it))) {
                alone.add(alert);
            }
        }
        return new OwnAlerts(alerts.length, delays.size(), level.size() - delays.size(), alone, delays);
    }

    private static boolean isOf(long alert, Episode episode) {
        return alert >= episode.since() - AROUND && alert <= episode.until() + AROUND;
    }
}
