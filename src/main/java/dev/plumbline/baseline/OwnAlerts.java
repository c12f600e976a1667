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
 */
public record OwnAlerts(long written, long both, long onlyOurs, List<Long> onlyBots) {

    /** Before and after. */
    private static final long AROUND = 15 * 60_000_000L;

    public OwnAlerts {
        onlyBots = List.copyOf(onlyBots);
    }

    /**
     * @param level the times that this level fired
     * @param rule  those of every level of the rule
     */
    static OwnAlerts of(long[] alerts, List<Episode> level, Collection<Episode> rule) {
        long both = level.stream()
                .filter(it -> Arrays.stream(alerts).anyMatch(alert -> isOf(alert, it)))
                .count();
        List<Long> alone = new ArrayList<>();
        for (long alert : alerts) {
            if (rule.stream().noneMatch(it -> isOf(alert, it))) {
                alone.add(alert);
            }
        }
        return new OwnAlerts(alerts.length, both, level.size() - both, alone);
    }

    private static boolean isOf(long alert, Episode episode) {
        return alert >= episode.since() - AROUND && alert <= episode.until() + AROUND;
    }
}
