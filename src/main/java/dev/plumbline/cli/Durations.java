package dev.plumbline.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as users write them: 30s, 5m, 24h, 7d, 4w. */
final class Durations {

    private static final Pattern FORM = Pattern.compile("(0*[1-9]\\d{0,5})\\s*([smhdw])");

    private Durations() {}

    /** Whether a length is written in days or weeks, which begin and end with a day. */
    static boolean inDays(String text) {
        return text.strip().endsWith("d") || text.strip().endsWith("w");
    }

    /** @throws IllegalArgumentException naming the option */
    static Duration parse(String option, String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    option + ": found \"" + text + "\", expected a length such as 30s, 5m, 24h, 7d or 4w");
        }
        long n = Long.parseLong(m.group(1));
        return switch (m.group(2)) {
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            case "d" -> Duration.ofDays(n);
            default -> Duration.ofDays(7 * n);
        };
    }
}
