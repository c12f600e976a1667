package dev.plumbline.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When to tell.
 *
 * @param zone          of the times of day
 * @param warnings      a yellow is told this long after it was first seen at the latest, together with others
 * @param repeatRed     what stays red is told again after this long
 * @param repeatYellow  what stays yellow is told again after this long
 * @param resolvedAfter what was told is called resolved when it has been calm for so long
 * @param digest        when the daily digest goes out; empty for never
 * @param heartbeat     when it is said daily that the check ran; empty for never
 * @param quiet         when only red is told
 */
public record Routing(
        ZoneId zone,
        Duration warnings,
        Duration repeatRed,
        Duration repeatYellow,
        Duration resolvedAfter,
        Optional<LocalTime> digest,
        Optional<LocalTime> heartbeat,
        Optional<QuietHours> quiet) {

    /** What applies where the file says nothing. */
    static final Routing USUAL = new Routing(
            ZoneId.of("UTC"),
            Duration.ofMinutes(15),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofMinutes(15),
            Optional.of(LocalTime.of(8, 0)),
            Optional.of(LocalTime.of(8, 0)),
            Optional.empty());

    boolean isQuiet(Instant now) {
        LocalTime time = now.atZone(zone).toLocalTime();
        return quiet.filter(hours -> hours.contains(time)).isPresent();
    }

    /** The last time before now, or now, that the clock of the zone showed this. */
    Instant latest(LocalTime time, Instant now) {
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime today = here.toLocalDate().atTime(time).atZone(zone);
        return (today.isAfter(here)
                        ? here.toLocalDate().minusDays(1).atTime(time).atZone(zone)
                        : today)
                .toInstant();
    }

    Duration repeat(Level level) {
        return level == Level.CRITICAL ? repeatRed : repeatYellow;
    }
}
