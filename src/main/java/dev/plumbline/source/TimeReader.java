package dev.plumbline.source;

import dev.plumbline.store.ImportOptions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Times as systems write them, read as UTC with microseconds: ISO 8601 with an offset or without one, with T or a
 * space between day and time, or a count since 1970. Safe to use from several threads.
 */
final class TimeReader {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_DATE_TIME;

    private final ZoneId zone;
    private final boolean named;
    private final AtomicBoolean assumed = new AtomicBoolean();

    private TimeReader(ZoneId zone, boolean named) {
        this.zone = zone;
        this.named = named;
    }

    /** Times without an offset are local times of the options' zone, UTC where they name none. */
    static TimeReader of(ImportOptions options) {
        return new TimeReader(options.zoneOrUtc(), options.zone().isPresent());
    }

    /** UTC, or empty where the text is no time. */
    Optional<LocalDateTime> parse(String text) {
        try {
            TemporalAccessor found =
                    ISO.parseBest(text.strip().replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            if (found instanceof OffsetDateTime time) {
                return Optional.of(utc(time.toInstant()));
            }
            assumed.compareAndSet(false, !named);
            return Optional.of(utc(LocalDateTime.from(found).atZone(zone).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size. */
    Optional<LocalDateTime> of(long count) {
        long size = Math.abs(count);
        if (size < 100_000_000_000L) {
            return Optional.of(utc(Instant.ofEpochSecond(count)));
        }
        ChronoUnit unit = size < 100_000_000_000_000L
                ? ChronoUnit.MILLIS
                : size < 100_000_000_000_000_000L ? ChronoUnit.MICROS : ChronoUnit.NANOS;
        return Optional.of(utc(Instant.EPOCH.plus(count, unit)));
    }

    /** Whether a time without an offset was met and no zone was named. */
    boolean assumedUtc() {
        return assumed.get();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
