package dev.plumbline.source;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How the fields of one file are read; what an empty field is. Not for several threads. */
final class FieldReader {

    /** A time that is not there. */
    static final long NO_TIME = Long.MIN_VALUE;

    private static final Set<String> NOTHING = Set.of("null", "none", "nan", "nat", "n/a", "na", "-", "--");
    private static final int LONGEST_NOTHING = 4;

    private final boolean commas;
    private final byte mark;
    private final MomentText moments;
    private boolean unreadable;

    /**
     * @param commas whether commas separate decimals
     * @param zone   whose days are meant by dates
     */
    FieldReader(boolean commas, ZoneId zone) {
        this.commas = commas;
        this.mark = (byte) (commas ? ',' : '.');
        this.moments = new MomentText(zone);
    }

    /** Whether what was read last is neither what was wanted nor nothing. */
    boolean unreadable() {
        return unreadable;
    }

    MomentText moments() {
        return moments;
    }

    /** A finite number; not a number where there is none. */
    double number(byte[] text, int from, int to, boolean share) {
        int start = from;
        int end = to;
        while (start < end && text[start] <= ' ' && text[start] >= 0) {
            start++;
        }
        while (end > start && text[end - 1] <= ' ' && text[end - 1] >= 0) {
            end--;
        }
        unreadable = false;
        if (start == end) {
            return Double.NaN;
        }
        double value = DecimalText.parse(text, start, end, mark);
        if (Double.isNaN(value)) {
            value = loose(new String(text, start, end - start, StandardCharsets.UTF_8), share);
        }
        return value;
    }

    /** Microseconds since 1970, or {@link #NO_TIME}. */
    long time(byte[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text[start] == ' ') {
            start++;
        }
        while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\r')) {
            end--;
        }
        unreadable = false;
        if (start == end || isNothing(text, start, end)) {
            return NO_TIME;
        }
        long micros = moments.parse(text, start, end);
        unreadable = micros == MomentText.NOT_ONE;
        return unreadable ? NO_TIME : micros;
    }

    private static boolean isNothing(byte[] text, int from, int to) {
        return to - from <= LONGEST_NOTHING
                && NOTHING.contains(new String(text, from, to - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
    }

    private double loose(String text, boolean share) {
        if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        double value = Loose.parse(text, commas);
        unreadable = Double.isNaN(value);
        return share && text.endsWith("%") ? value / 100 : value;
    }

    /** Amounts with separators, signs and units, as {@code queries/sources/csv/readings.sql} reads them. */
    private static final class Loose {

        private static final Pattern MULTIPLE = Pattern.compile("(?i).*\\d\\s*(k|m|mn|mm|mio|mrd|b|bn|t|tn)");
        private static final Pattern SIGN = Pattern.compile("^([+-]?)\\s*[$€£¥₿]\\s*");
        /** An E before digits is an exponent. */
        private static final Pattern UNIT =
                Pattern.compile("(\\d)\\s*([A-DF-Za-df-z][A-Za-z0-9]{1,9}|[Ee][A-Za-z][A-Za-z0-9]{0,8}|[%$€£¥₿])$");

        private static final Pattern HEXADECIMAL = Pattern.compile("[+-]?0[xX].*");
        /** Its point separates decimals, though commas were to, or thousands, which nobody writes with an exponent. */
        private static final Pattern DOUBTFUL = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+[eE].*");

        private static final Pattern GAPS = Pattern.compile("[ ''’\\u00A0\\u202F]");
        private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
        private static final Pattern APART = Pattern.compile("[+-]?\\d{1,3}([ ''’\\u00A0\\u202F]\\d{3})+(\\.\\d+)?");
        private static final Pattern POINTED = Pattern.compile("[+-]?\\d{1,3}([. ''’\\u00A0\\u202F]\\d{3})+(,\\d+)?");
        private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

        private Loose() {}

        static double parse(String written, boolean commas) {
            if (MULTIPLE.matcher(written).matches()
                    || HEXADECIMAL.matcher(written).matches()) {
                return Double.NaN;
            }
            String text = UNIT.matcher(SIGN.matcher(written).replaceFirst("$1")).replaceFirst("$1");
            if (commas) {
                if (DOUBTFUL.matcher(text).matches()) {
                    return Double.NaN;
                }
                text = POINTED.matcher(text).matches()
                        ? GAPS.matcher(text.replace(".", "")).replaceAll("")
                        : text;
                text = text.replace(',', '.');
            } else if (GROUPED.matcher(text).matches()) {
                text = text.replace(",", "");
            } else if (APART.matcher(text).matches()) {
                text = GAPS.matcher(text).replaceAll("");
            }
            double value = PLAIN.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
            return Double.isFinite(value) ? value : Double.NaN;
        }
    }
}
