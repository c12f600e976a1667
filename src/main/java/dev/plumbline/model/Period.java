package dev.plumbline.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** A half-open stretch of time, [from, to), in UTC. */
public record Period(Instant from, Instant to) {

    /** @throws IllegalArgumentException when {@code to} is before {@code from} */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends before it begins: [" + from + ", " + to + ")");
        }
    }

    public static Period of(Instant from, Instant to) {
        return new Period(from, to);
    }

    /** Whole days of {@code zone}, from the start of {@code first} to the end of {@code last}. */
    public static Period ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        return new Period(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** {@code days} whole days of {@code zone}, {@code last} being the last of them. */
    public static Period lastDays(int days, LocalDate last, ZoneId zone) {
        return ofDays(last.minusDays(days - 1L), last, zone);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** Length in days, not rounded. */
    public double days() {
        return length().toNanos() / 86_400e9;
    }

    public boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** The days of {@code zone} that the period touches, in order. */
    public List<LocalDate> dates(ZoneId zone) {
        if (from.equals(to)) {
            return List.of();
        }
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = to.minusNanos(1).atZone(zone).toLocalDate();
        return Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
                .toList();
    }

    /** The last date that the period touches, which names a report's folder. */
    public LocalDate lastDate(ZoneId zone) {
        return (from.equals(to) ? from : to.minusNanos(1)).atZone(zone).toLocalDate();
    }

    /** Microseconds since 1970 of an instant, the unit of every time in a sample. */
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** The end of the day of {@code zone} that an instant lies in, which is the start of the next. */
    public static long endOfDay(long micros, ZoneId zone) {
        return micros(instant(micros)
                .atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant());
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    public long fromMicros() {
        return micros(from);
    }

    public long toMicros() {
        return micros(to);
    }
}
