package dev.plumbline.notify;

import dev.plumbline.model.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and lengths as people read them. */
final class Times {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,5})\\s*([smhdw])");

    private Times() {}

    /** Of {@code 15m}, {@code 6h}, {@code 1d}; empty for anything else. */
    static Optional<Duration> length(String text) {
        Matcher found = LENGTH.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        long n = Long.parseLong(found.group(1));
        return Optional.of(
                switch (found.group(2)) {
                    case "s" -> Duration.ofSeconds(n);
                    case "m" -> Duration.ofMinutes(n);
                    case "h" -> Duration.ofHours(n);
                    case "d" -> Duration.ofDays(n);
                    default -> Duration.ofDays(7 * n);
                });
    }

    /** {@code 21 Nov 06:30 (Europe/Berlin)}. */
    static String words(Instant time, ZoneId zone) {
        return FORM.format(time.atZone(zone)) + " (" + zone + ")";
    }

    /** {@code 7 days to 16 Nov 2026}; of UTC. */
    static String words(Period period) {
        String last = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).format(period.lastDate(ZoneOffset.UTC));
        return words(period.length()) + " to " + last;
    }

    /** {@code 15 min}, {@code 6 h}, {@code 2 days}. */
    static String words(Duration length) {
        if (length.toMinutes() < 120) {
            return length.toMinutes() + " min";
        }
        return length.toHours() < 48 ? length.toHours() + " h" : length.toDays() + " days";
    }

    /** {@code 15 s}, {@code 0.5 s}. */
    static String seconds(Duration length) {
        return length.toMillis() % 1_000 == 0
                ? length.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1_000.0);
    }
}
