package dev.plumbline.baseline;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a rule is replayed over history.
 *
 * @param series      what is watched; empty for a metric that is measured day by day
 * @param emergency   where a guide's emergency begins
 * @param watch       where what is only worth knowing begins
 * @param hold        for how long the series must be beyond a level before it fires
 * @param cooldowns   how long nothing more is said; a level without one says so once an episode
 * @param during      it counts only while all of these hold
 * @param unless      it does not count while one of these holds
 * @param unmeasured  values that say that nobody measured
 * @param setting     the bot's own setting of the same threshold
 * @param own         a regular expression that the bot's own alert of the same kind holds; empty where it has none
 * @param historyOnly whether a check passes it over, such as a new trade
 */
record Alarm(
        Optional<Series> series,
        Optional<Bounds> emergency,
        Optional<Bounds> watch,
        Duration hold,
        Map<Level, Duration> cooldowns,
        List<Condition> during,
        List<Condition> unless,
        Optional<Bounds> unmeasured,
        Optional<Setting> setting,
        String own,
        boolean historyOnly) {

    /** A threshold that the bot itself keeps, such as {@code memory_usage_mb}, and what one of its unit is in ours. */
    record Setting(String key, double scale) {}

    /** Another series, beyond some value. */
    record Condition(Series series, Bounds bounds, String text) {}

    Alarm {
        cooldowns = Map.copyOf(cooldowns);
        during = List.copyOf(during);
        unless = List.copyOf(unless);
    }

    static Alarm none() {
        return new Alarm(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                new EnumMap<>(Level.class),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                false);
    }

    long cooldownMicros(Level level) {
        return Optional.ofNullable(cooldowns.get(level)).orElse(Duration.ZERO).toMillis() * 1_000;
    }

    Alarm with(Optional<Bounds> otherEmergency, Optional<Bounds> otherWatch) {
        return new Alarm(
                series,
                otherEmergency,
                otherWatch,
                hold,
                cooldowns,
                during,
                unless,
                unmeasured,
                setting,
                own,
                historyOnly);
    }
}
