package dev.plumbline.source;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Times of log lines, {@code 2026-11-16 10:00:00} with a comma or a point before parts of a second: read digit by digit,
 * since a big log has millions of them. What is written otherwise is left to {@link TimeReader}.
 */
final class LogClock {

    private static final int SECONDS_END = 19;
    private static final int MOST_DIGITS = 9;

    private final TimeReader times;
    private int year;
    private int month;
    private int day;
    private int hour;
    private @Nullable LocalDateTime utc;

    LogClock(TimeReader times) {
        this.times = times;
    }

    /** UTC; empty where the text is no time. */
    Optional<LocalDateTime> read(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        int length = text.length();
        if (length < SECONDS_END
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return times.parse(text);
        }
        int nanos = length == SECONDS_END ? 0 : nanos(text);
        int minute = two(text, 14);
        int second = two(text, 17);
        int y = two(text, 0) * 100 + two(text, 2);
        if (nanos < 0 || minute < 0 || second < 0 || minute > 59 || second > 59) {
            return times.parse(text);
        }
        return hour(y, two(text, 5), two(text, 8), two(text, 11))
                .map(start -> start.plusSeconds(minute * 60L + second).plusNanos(nanos));
    }

    /** The beginning of a local hour as UTC, worked out once for all lines of the hour; offsets change at full hours. */
    private Optional<LocalDateTime> hour(int y, int m, int d, int h) {
        if (utc != null && y == year && m == month && d == day && h == hour) {
            return Optional.of(utc);
        }
        try {
            LocalDateTime start = LocalDateTime.of(y, m, d, h, 0);
            LocalDateTime there = times.utc(start);
            year = y;
            month = m;
            day = d;
            hour = h;
            utc = there;
            return Optional.of(there);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int nanos(String text) {
        char mark = text.charAt(SECONDS_END);
        int digits = text.length() - SECONDS_END - 1;
        if ((mark != ',' && mark != '.') || digits < 1 || digits > MOST_DIGITS) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < MOST_DIGITS; i++) {
            int digit = i < digits ? text.charAt(SECONDS_END + 1 + i) - '0' : 0;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value / 1000 * 1000;
    }

    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
