package dev.plumbline.notebook;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something may take, as people write it. */
public final class Timeout {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}) ?(ms|s|m|min|h)");

    private Timeout() {}

    /**
     * {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}.
     *
     * @throws IllegalArgumentException when it is written otherwise, or is zero
     */
    public static Duration parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches() || matcher.group(1).matches("0+")) {
            throw new IllegalArgumentException(
                    "a time-out of \"" + text + "\": expected a number with ms, s, m or h, such as 30s");
        }
        long n = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofMinutes(n);
        };
    }

    /** {@code 500 ms}, {@code 1.5 s}, {@code 5 min}. */
    static String words(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis / 1_000.0 + " s";
        }
        return millis % 60_000 == 0 ? millis / 60_000 + " min" : millis / 1_000 + " s";
    }
}
