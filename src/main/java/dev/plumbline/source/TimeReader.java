package dev.plumbline.source;

import dev.plumbline.store.ImportOptions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Times as systems write them, read as UTC with microseconds: ISO 8601 with an offset or without one, with T or a
 * space between day and time, or a count since 1970. Safe to use from several threads.
 */
final class TimeReader {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_DATE_TIME;

    private final ZoneId zone;
    private final boolean named;
    private final AtomicBoolean assumed = new AtomicBoolean();
    private final AtomicReference<@Nullable LocalDateTime> odd = new AtomicReference<>();

    private TimeReader(ZoneId zone, boolean named) {
        this.zone = zone.normalized();
        this.named = named;
    }

    /** Times without an offset are local times of the options' zone, UTC where they name none. */
    static TimeReader of(ImportOptions options) {
        return new TimeReader(options.zoneOrUtc(), options.zone().isPresent());
    }

    /** Times without an offset are UTC, as the system is known to write them. */
    static TimeReader utc() {
        return new TimeReader(ZoneOffset.UTC, true);
    }

    /** UTC, or empty where the text is no time. */
    Optional<LocalDateTime> parse(String text) {
        LocalDateTime plain = plain(text);
        if (plain != null) {
            return Optional.of(utc(plain));
        }
        String written = text.strip().replace(' ', 'T').replace(',', '.');
        try {
            if (hasOffset(written)) {
                return Optional.of(utc(OffsetDateTime.parse(written, ISO).toInstant()));
            }
            return Optional.of(utc(LocalDateTime.parse(written, ISO)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * A time such as 2026-11-21T10:00:00 or 2026-11-21 10:00:00.123, which most are: millions are read, and a formatter takes
     * longer than all else. Null where it may be written otherwise.
     */
    private static @Nullable LocalDateTime plain(String text) {
        int length = text.length();
        if (length < 19
                || length > 29
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || (text.charAt(10) != 'T' && text.charAt(10) != ' ')
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || (length > 19 && (length == 20 || (text.charAt(19) != '.' && text.charAt(19) != ',')))) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int nanos = length == 19 ? 0 : digits(text, 20, length);
        if (year < 1 || month < 1 || month > 12 || day < 1 || hour < 0 || minute < 0 || second < 0 || nanos < 0) {
            return null;
        }
        if (day > Month.of(month).minLength() || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        for (int i = length; i < 29 && length > 19; i++) {
            nanos *= 10;
        }
        return LocalDateTime.of(year, month, day, hour, minute, second, nanos);
    }

    /** The number that some digits write, -1 where they are none. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** A local time as UTC; one that a change of the clocks repeats is the first of the two. */
    LocalDateTime utc(LocalDateTime local) {
        if (!named && !assumed.get()) {
            assumed.set(true);
        }
        if (zone.equals(ZoneOffset.UTC)) {
            return local.truncatedTo(ChronoUnit.MICROS);
        }
        if (zone instanceof ZoneOffset) {
            return utc(local.atZone(zone).toInstant());
        }
        int offsets = zone.getRules().getValidOffsets(local).size();
        if (offsets != 1) {
            odd.compareAndSet(null, local);
        }
        return utc(local.atZone(zone).toInstant());
    }

    /** What a reader of the figures should know of these times. */
    List<String> notes(String whose) {
        List<String> notes = new ArrayList<>();
        if (assumed.get()) {
            notes.add(whose + ": its times name no zone: UTC assumed; tell the bot's with --zone");
        }
        LocalDateTime strange = odd.get();
        if (strange != null) {
            notes.add(whose + ": times such as " + strange + " come twice or never in " + zone
                    + ", where the clocks change; a repeated one is read as the first, a missing one as an hour later");
        }
        return notes;
    }

    /** Whether a sign or a letter follows the T after the day: asking the formatter for both costs an exception. */
    private static boolean hasOffset(String written) {
        int day = written.indexOf('T') < 0 ? written.indexOf('t') : written.indexOf('T');
        for (int i = day + 1; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '+' || c == '-' || Character.isLetter(c)) {
                return true;
            }
        }
        return false;
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
