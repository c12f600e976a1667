package dev.plumbline.source;

import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One line of an exposition that is a sample: {@code name{label="value",…} value timestamp}, with what OpenMetrics and
 * quoted names add to it.
 *
 * <p>Hand-written exporters put labels before a suffix ({@code name{a="b"}_count 3}) or in two groups
 * ({@code name{a="b"}{quantile="0.5"} 1}); both are read as they are meant.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>
 */
final class PrometheusTextLine {

    private static final Pattern VALUE = Pattern.compile(
            "[+-]?(inf(inity)?|nan|0x([0-9a-f]+\\.?[0-9a-f]*|\\.[0-9a-f]+)p[+-]?\\d+|(\\d+(\\.\\d*)?|\\.\\d+)(e[+-]?\\d+)?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUFFIX = Pattern.compile("_(count|sum|bucket|total|min|max|created)");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern FRACTION =
            Pattern.compile("[+-]?(\\d{1,18}(\\.\\d*)?|\\.\\d+)(e[+-]?\\d{1,2})?", Pattern.CASE_INSENSITIVE);
    /** Whole numbers from here to a hundred times as much are seconds, as OpenMetrics counts; in ms they were 1970. */
    private static final long SECONDS_FROM = 1_000_000_000L;

    private static final long SECONDS_TO = 100_000_000_000L;
    private static final double MICROS = 1e6;

    /**
     * What the line says.
     *
     * @param labels sorted by name
     * @param time   UTC; empty where the line has none
     * @param mended whether the labels stood where they should not
     */
    record Sample(
            String metric, Map<String, String> labels, double value, Optional<LocalDateTime> time, boolean mended) {}

    /** A line that is no sample: where it stops being one, from 1, and what was expected there. */
    static final class Malformed extends IOException {
        @Serial
        private static final long serialVersionUID = 1;

        private final int column;

        Malformed(int at, String expected) {
            super(expected);
            this.column = at + 1;
        }

        int column() {
            return column;
        }
    }

    private final String text;
    private final Map<String, String> labels = new TreeMap<>();
    private String metric = "";
    private int at;

    private PrometheusTextLine(String text) {
        this.text = text;
    }

    static Sample parse(String text) throws Malformed {
        return new PrometheusTextLine(text).sample();
    }

    private Sample sample() throws Malformed {
        blanks();
        if (peek() != '{') {
            metric = name(true);
        }
        blanks();
        boolean mended = false;
        if (peek() == '{') {
            labels();
            if (peek() == '_') {
                int start = at;
                String suffix = name(true);
                if (!SUFFIX.matcher(suffix).matches()) {
                    throw new Malformed(start, "a blank and a value were expected after the labels");
                }
                metric += suffix;
                mended = true;
            }
            while (peek() == '{') {
                labels();
                mended = true;
            }
        }
        if (metric.isEmpty()) {
            throw new Malformed(at, "the name of a metric was expected");
        }
        blanks();
        double value = value();
        blanks();
        Optional<LocalDateTime> time = at < text.length() && peek() != '#' ? Optional.of(time()) : Optional.empty();
        blanks();
        if (at < text.length() && peek() != '#') {
            throw new Malformed(at, "the end of the line was expected after value and timestamp");
        }
        return new Sample(metric, labels, value, time, mended);
    }

    /** A group of labels; a quoted text without {@code =} is the metric's name. */
    private void labels() throws Malformed {
        at++;
        blanks();
        while (peek() != '}') {
            int start = at;
            boolean quoted = peek() == '"';
            String label = quoted ? quoted() : name(false);
            blanks();
            if (peek() == '=') {
                at++;
                blanks();
                if (peek() != '"') {
                    throw new Malformed(at, "a value in double quotes was expected for the label " + label);
                }
                if (labels.put(label, quoted()) != null) {
                    throw new Malformed(start, "the label " + label + " is there twice: once was expected");
                }
            } else if (quoted && metric.isEmpty()) {
                metric = label;
            } else {
                throw new Malformed(at, "= and a value were expected for the label " + label);
            }
            blanks();
            if (peek() == ',') {
                at++;
                blanks();
            } else if (peek() != '}') {
                throw new Malformed(at, "a comma or } was expected after the label " + label);
            }
        }
        at++;
    }

    private String quoted() throws Malformed {
        int start = at++;
        StringBuilder unescaped = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return unescaped.toString();
            }
            if (c != '\\' || at == text.length()) {
                unescaped.append(c);
                continue;
            }
            char escaped = text.charAt(at++);
            switch (escaped) {
                case 'n' -> unescaped.append('\n');
                case '"', '\\' -> unescaped.append(escaped);
                default -> unescaped.append(c).append(escaped);
            }
        }
        throw new Malformed(start, "a closing double quote was expected");
    }

    private String name(boolean ofMetric) throws Malformed {
        int start = at;
        while (at < text.length() && part(text.charAt(at), at > start, ofMetric)) {
            at++;
        }
        if (at == start) {
            throw new Malformed(
                    at, ofMetric ? "the name of a metric was expected" : "the name of a label was expected");
        }
        return text.substring(start, at);
    }

    private static boolean part(char c, boolean inside, boolean ofMetric) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || (c == ':' && ofMetric)
                || (inside && c >= '0' && c <= '9');
    }

    private double value() throws Malformed {
        int start = at;
        String word = word();
        if (!VALUE.matcher(word).matches()) {
            throw new Malformed(start, "a value such as 3, 2.5e-3, NaN or +Inf was expected");
        }
        char last = word.charAt(word.length() - 1);
        if (last == 'n' || last == 'N') {
            return Double.NaN;
        }
        if (last == 'f' || last == 'F' || last == 'y' || last == 'Y') {
            return word.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(word);
    }

    /** Milliseconds since 1970; seconds where there is a fraction, or where milliseconds would be 1970. */
    private LocalDateTime time() throws Malformed {
        int start = at;
        String word = word();
        try {
            if (WHOLE.matcher(word).matches()) {
                long count = Long.parseLong(word);
                boolean seconds = count >= SECONDS_FROM && count < SECONDS_TO;
                return utc(seconds ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count));
            }
            if (FRACTION.matcher(word).matches()) {
                long micros = Math.round(Double.parseDouble(word) * MICROS);
                return utc(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new Malformed(start, "a timestamp in milliseconds since 1970 was expected");
        }
        throw new Malformed(start, "a timestamp in milliseconds since 1970 was expected");
    }

    /** @throws DateTimeException when the store cannot hold it */
    private static LocalDateTime utc(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new DateTimeException("no year that a date has");
        }
        return time;
    }

    private String word() {
        int start = at;
        while (at < text.length() && !blank(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void blanks() {
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    /** The character here; a NUL at the end, which no line has elsewhere than in quotes. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
