package dev.plumbline.source;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as bytes, read as microseconds since 1970: ISO 8601 with an offset, or without one as UTC; a day, with slashes or
 * as day.month.year too; a count since 1970 in seconds, milli-, micro- or nanoseconds. Not for several threads.
 */
final class MomentText {

    /** What is no time. */
    static final long NOT_ONE = Long.MIN_VALUE + 1;

    private static final long SECOND = 1_000_000L;
    private static final long DAY = 86_400 * SECOND;
    /** Fewer digits count rows, not seconds. */
    private static final int LEAST_DIGITS = 9;

    private final ZoneId zone;
    private final boolean utc;
    private long naive;
    private long days;
    private int lastDigits = -1;
    private long lastDay;

    /** @param zone whose days are meant by a date without a time of day */
    MomentText(ZoneId zone) {
        this.zone = zone;
        this.utc = zone.equals(ZoneOffset.UTC) || zone.getId().equals("UTC");
    }

    /** How many times had neither zone nor offset. */
    long naive() {
        return naive;
    }

    /** How many were days without a time of day. */
    long days() {
        return days;
    }

    /** Takes over what another reader of the same file has met. */
    void add(MomentText other) {
        naive += other.naive;
        days += other.days;
    }

    /** Microseconds since 1970, or {@link #NOT_ONE}; the text is not empty and has no blanks around it. */
    long parse(byte[] text, int from, int to) {
        int length = to - from;
        long micros = NOT_ONE;
        if (length >= 10 && text[from + 4] == '-' && text[from + 7] == '-') {
            micros = iso(text, from, to);
        } else if (allDigits(text, from, to)) {
            return count(text, from, to);
        }
        return micros == NOT_ONE ? Loose.parse(this, new String(text, from, length, StandardCharsets.UTF_8)) : micros;
    }

    private long iso(byte[] text, int from, int to) {
        long day = day(text, from);
        int length = to - from;
        if (day == NOT_ONE || length == 10) {
            return day == NOT_ONE ? NOT_ONE : start(day);
        }
        boolean apart = text[from + 10] == 'T' || text[from + 10] == ' ';
        if (length < 19 || !apart || text[from + 13] != ':' || text[from + 16] != ':') {
            return NOT_ONE;
        }
        int hour = two(text, from + 11);
        int minute = two(text, from + 14);
        int second = two(text, from + 17);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return NOT_ONE;
        }
        int at = from + 19;
        long fraction = 0;
        if (at < to - 1 && text[at] == '.') {
            at++;
            for (int unit = 100_000; at < to && text[at] >= '0' && text[at] <= '9'; at++, unit /= 10) {
                fraction += (long) unit * (text[at] - '0');
            }
        }
        boolean zulu = (at == to - 1 && text[at] == 'Z') || (at == to - 6 && isZero(text, at));
        if (!zulu && at != to) {
            return NOT_ONE;
        }
        naive += zulu ? 0 : 1;
        return day * DAY + fraction + SECOND * (3_600L * hour + 60L * minute + second);
    }

    private static boolean isZero(byte[] text, int at) {
        return text[at] == '+'
                && text[at + 1] == '0'
                && text[at + 2] == '0'
                && text[at + 3] == ':'
                && text[at + 4] == '0'
                && text[at + 5] == '0';
    }

    /** Days since 1970 of {@code 2024-03-05}; most lines have the day of the line before. */
    private long day(byte[] text, int from) {
        int high = two(text, from);
        int low = two(text, from + 2);
        int month = two(text, from + 5);
        int day = two(text, from + 8);
        if (high < 0 || low < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
            return NOT_ONE;
        }
        int digits = ((high * 100 + low) * 100 + month) * 100 + day;
        if (digits != lastDigits) {
            try {
                lastDay = LocalDate.of(high * 100 + low, month, day).toEpochDay();
            } catch (DateTimeException e) {
                return NOT_ONE;
            }
            lastDigits = digits;
        }
        return lastDay;
    }

    private long start(long day) {
        days++;
        return utc
                ? day * DAY
                : ChronoUnit.MICROS.between(
                        Instant.EPOCH,
                        LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant());
    }

    private long count(byte[] text, int from, int to) {
        int length = to - from;
        long value = 0;
        for (int at = from; at < to; at++) {
            value = 10 * value + text[at] - '0';
        }
        if (length == 8) {
            // 20240305
            byte[] day = (value / 10_000 + "-" + two(text, from + 4) / 10 + two(text, from + 4) % 10 + "-"
                            + two(text, from + 6) / 10 + two(text, from + 6) % 10)
                    .getBytes(StandardCharsets.US_ASCII);
            long found = day.length == 10 && value >= 19_000_000 ? day(day, 0) : NOT_ONE;
            return found == NOT_ONE ? NOT_ONE : start(found);
        }
        if (length < LEAST_DIGITS || length > 19 || value < 0) {
            return NOT_ONE;
        }
        return length <= 11 ? value * SECOND : length <= 14 ? value * 1_000 : length <= 17 ? value : value / 1_000;
    }

    private static boolean allDigits(byte[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return false;
            }
        }
        return true;
    }

    private static int two(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }

    /** The rarer ways to write a time. */
    private static final class Loose {

        private static final Pattern SLASHES = Pattern.compile("^(\\d{4})/(\\d\\d)/(\\d\\d)");
        private static final Pattern POINTS = Pattern.compile("^(\\d\\d)\\.(\\d\\d)\\.(\\d{4})");
        private static final Pattern NAMED = Pattern.compile("(?i)\\s*(UTC|GMT|Z)$");
        private static final Pattern OFFSET = Pattern.compile("(\\d)([+-]\\d\\d)(?::?(\\d\\d))?$");
        private static final Pattern MINUTES = Pattern.compile("[T ]\\d\\d:\\d\\d$");
        private static final Pattern SECONDS = Pattern.compile("\\d{9,11}\\.\\d+");
        private static final TimeReader READER = TimeReader.utc();

        private Loose() {}

        static long parse(MomentText whole, String written) {
            if (SECONDS.matcher(written).matches()) {
                return Math.round(Double.parseDouble(written) * 1e6);
            }
            String text = SLASHES.matcher(written).replaceFirst("$1-$2-$3");
            text = POINTS.matcher(text).replaceFirst("$3-$2-$1");
            if (text.length() == 10) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                boolean day = bytes.length == 10 && bytes[4] == '-' && bytes[7] == '-';
                long found = day ? whole.day(bytes, 0) : NOT_ONE;
                return found == NOT_ONE ? NOT_ONE : whole.start(found);
            }
            if (text.length() < 16) {
                return NOT_ONE;
            }
            text = NAMED.matcher(text).replaceFirst("Z");
            Matcher offset = OFFSET.matcher(text.substring(11));
            if (offset.find()) {
                String minutes = offset.group(3) == null ? "00" : offset.group(3);
                text = text.substring(0, 11 + offset.end(1)).strip() + offset.group(2) + ":" + minutes;
            }
            boolean named = text.endsWith("Z") || offset.reset().find();
            text = MINUTES.matcher(text).find() ? text + ":00" : text;
            return READER.parse(text)
                    .map(time -> {
                        whole.naive += named ? 0 : 1;
                        return ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), time);
                    })
                    .orElse(NOT_ONE);
        }
    }
}
