package dev.plumbline.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and lengths as people read them. */
final class Times {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private Times() {}

    /** {@code 21 Nov 06:30 (Europe/Berlin)}. */
    static String words(Instant time, ZoneId zone) {
        return FORM.format(time.atZone(zone)) + " (" + zone + ")";
    }

    /** {@code 15 min}, {@code 6 h}, {@code 2 days}. */
    static String words(Duration length) {
        if (length.toMinutes() < 120) {
            return length.toMinutes() + " min";
        }
        return length.toHours() < 48 ? length.toHours() + " h" : length.toDays() + " days";
    }
}
