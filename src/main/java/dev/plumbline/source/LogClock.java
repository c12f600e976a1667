package dev.plumbline.source;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Times of log lines, {@code 2026-11-16 10:00:00} with a comma or a point before parts of a second: read digit by digit,
 * since a big log has millions of them. What is written otherwise is left to {@link TimeReader}.
 */
final class LogClock {

    /** What is no time. */
    static final long NONE = Long.MIN_VALUE;

    private static final int SECONDS_END = 19;
    private static final int MOST_DIGITS = 9;
    private static final long SECOND = 1_000_000;
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final TimeReader times;
    private int year;
    private int month;
    private int day;
    private int hour;
    private long utc = NONE;

    LogClock(TimeReader times) {
        this.times = times;
    }

    /** Microseconds since 1970, UTC; {@link #NONE} where the text is no time. */
    long read(byte[] text, int from, int to) {
        if (to - from < SECONDS_END
                || text[from + 4] != '-'
                || text[from + 7] != '-'
                || text[from + 13] != ':'
                || text[from + 16] != ':') {
            return parse(text, from, to);
        }
        long micros = to - from == SECONDS_END ? 0 : micros(text, from + SECONDS_END, to);
        int minute = two(text, from + 14);
        int second = two(text, from + 17);
        int y = two(text, from) * 100 + two(text, from + 2);
        if (micros < 0 || minute < 0 || second < 0 || minute > 59 || second > 59) {
            return parse(text, from, to);
        }
        long start = hour(y, two(text, from + 5), two(text, from + 8), two(text, from + 11));
        return start == NONE ? NONE : start + (minute * 60L + second) * SECOND + micros;
    }

    private long parse(byte[] text, int from, int to) {
        return times.parse(new String(text, from, to - from, StandardCharsets.UTF_8))
                .map(LogClock::micros)
                .orElse(NONE);
    }

    /** The beginning of a local hour as UTC, worked out once for all lines of the hour; offsets change at full hours. */
    private long hour(int y, int m, int d, int h) {
        if (utc != NONE && y == year && m == month && d == day && h == hour) {
            return utc;
        }
        try {
            utc = micros(times.utc(LocalDateTime.of(y, m, d, h, 0)));
            year = y;
            month = m;
            day = d;
            hour = h;
            return utc;
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private static long micros(LocalDateTime time) {
        return ChronoUnit.MICROS.between(EPOCH, time);
    }

    private static long micros(byte[] text, int at, int to) {
        int digits = to - at - 1;
        if ((text[at] != ',' && text[at] != '.') || digits < 1 || digits > MOST_DIGITS) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < MOST_DIGITS; i++) {
            int digit = i < digits ? text[at + 1 + i] - '0' : 0;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value / 1_000;
    }

    private static int two(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
