package dev.plumbline.notebook;

import dev.plumbline.metric.Measurement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A single value in words, as a sentence or a table cell holds it. */
final class Plain {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Plain() {}

    /** Times in UTC; a fraction with at least two decimals and six significant digits, less zeros; nothing for null. */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double || value instanceof Float) {
            return number(((Number) value).doubleValue());
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Instant instant) {
            return time(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + " UTC";
        }
        if (value instanceof OffsetDateTime time) {
            return text(time.toInstant());
        }
        if (value instanceof ZonedDateTime time) {
            return text(time.toInstant());
        }
        if (value instanceof LocalDateTime time) {
            return time(time);
        }
        if (value instanceof Duration duration) {
            return duration(duration);
        }
        if (value instanceof Measurement measurement) {
            return measurement.text();
        }
        if (value instanceof Optional<?> optional) {
            return text(optional.orElse(null));
        }
        return own(value);
    }

    /** The same of a value that anybody made: where it throws, what it threw. */
    static String said(@Nullable Object value) {
        try {
            return text(value);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return "(" + Trace.message(e) + ")";
        }
    }

    /** The text of its own; of an array its elements, and of what has none its class without the number of this run. */
    static String own(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        Class<?> type = value.getClass();
        if (type.isArray()) {
            String list = Arrays.deepToString(new Object[] {value});
            return list.substring(1, list.length() - 1);
        }
        String text = Objects.requireNonNullElse(value.toString(), "null");
        if (!text.equals(type.getName() + "@" + Integer.toHexString(System.identityHashCode(value)))) {
            return text;
        }
        return type.getName().contains("$$Lambda") ? "a lambda" : "a " + Trace.unwrapped(type.getName());
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        if (size < 1e-5 || size >= 1e15) {
            return Double.toString(value);
        }
        int decimals = Math.max(2, 5 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static String time(LocalDateTime time) {
        return time.getSecond() == 0 && time.getNano() == 0 ? MINUTES.format(time) : SECONDS.format(time);
    }

    /** {@code 2 d 3 h}, {@code 4 min 12 s}, {@code 1.25 s}: the two largest units. */
    private static String duration(Duration duration) {
        if (duration.isNegative()) {
            return "−" + duration(duration.negated());
        }
        if (duration.toDays() > 0) {
            return parts(duration.toDays(), " d", duration.toHoursPart(), " h");
        }
        if (duration.toHours() > 0) {
            return parts(duration.toHours(), " h", duration.toMinutesPart(), " min");
        }
        return duration.toMinutes() > 0
                ? parts(duration.toMinutes(), " min", duration.toSecondsPart(), " s")
                : number(duration.toMillis() / 1_000.0) + " s";
    }

    private static String parts(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : " " + small + smallUnit);
    }
}
