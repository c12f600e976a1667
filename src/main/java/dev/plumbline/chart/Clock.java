package dev.plumbline.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Microseconds since 1970 as the words of a zone. */
final class Clock {

    static final double DAY = 86_400e6;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MICRO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Clock() {}

    static ZonedDateTime at(double micros, ZoneId zone) {
        return Instant.EPOCH.plus((long) micros, ChronoUnit.MICROS).atZone(zone);
    }

    /** {@code 2026-11-15}. */
    static String date(double micros, ZoneId zone) {
        return DATE.format(at(micros, zone));
    }

    /** {@code 2026-11-15 09:10}. */
    static String minute(double micros, ZoneId zone) {
        return MINUTE.format(at(micros, zone));
    }

    /** {@code 15 Nov}. */
    static String dayMonth(double micros, ZoneId zone) {
        return SHORT.format(at(micros, zone));
    }

    static String dayMonth(LocalDate day) {
        return SHORT.format(day);
    }

    /** The wall clock of the zone as Plotly reads it, which knows no zones; no longer than needed. */
    static String plotly(double micros, ZoneId zone) {
        return (micros % 60e6 == 0 ? MINUTE : MICRO).format(at(micros, zone));
    }

    /** {@code UTC}, {@code Europe/Paris}. */
    static String name(ZoneId zone) {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }
}
