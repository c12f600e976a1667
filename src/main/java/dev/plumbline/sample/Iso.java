package dev.plumbline.sample;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as the bots write them: {@code datetime.isoformat()} of Python, without a zone. */
final class Iso {

    private Iso() {}

    /** {@code 2025-11-02T10:00:00.123456}; the fraction is absent when it is zero. */
    static String text(long micros) {
        StringBuilder text = new StringBuilder(26);
        LocalDateTime time = utc(micros);
        padded(text, time.getYear(), 4).append('-');
        padded(text, time.getMonthValue(), 2).append('-');
        padded(text, time.getDayOfMonth(), 2).append('T');
        padded(text, time.getHour(), 2).append(':');
        padded(text, time.getMinute(), 2).append(':');
        padded(text, time.getSecond(), 2);
        int fraction = Math.floorMod(micros, 1_000_000);
        return fraction == 0
                ? text.toString()
                : padded(text.append('.'), fraction, 6).toString();
    }

    /** {@code 20251102_100000}, of file names. */
    static String stamp(long micros) {
        StringBuilder text = new StringBuilder(15);
        LocalDateTime time = utc(micros);
        padded(text, time.getYear(), 4);
        padded(text, time.getMonthValue(), 2);
        padded(text, time.getDayOfMonth(), 2).append('_');
        padded(text, time.getHour(), 2);
        padded(text, time.getMinute(), 2);
        return padded(text, time.getSecond(), 2).toString();
    }

    /** {@code 2025-11-02 10:00:00}: a full second with a space. */
    static String second(long micros) {
        return text(micros - Math.floorMod(micros, 1_000_000L)).replace('T', ' ');
    }

    /** {@code 2025-11-02 10:00:00,123}, of Python's logging. */
    static String log(long micros) {
        StringBuilder text = new StringBuilder(23).append(second(micros)).append(',');
        return padded(text, (int) (Math.floorMod(micros, 1_000_000L) / 1_000), 3)
                .toString();
    }

    /** {@code 20251102}, of file names. */
    static String day(long micros) {
        return stamp(micros).substring(0, 8);
    }

    private static LocalDateTime utc(long micros) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, 1_000_000), 0, ZoneOffset.UTC);
    }

    private static StringBuilder padded(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        return text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }
}
