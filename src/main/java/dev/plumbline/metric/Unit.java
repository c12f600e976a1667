package dev.plumbline.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** What a value counts, and how it is written: per cent for shares, the quote currency for money. */
public enum Unit {
    /** A fraction shown in per cent. */
    SHARE,
    /** A pure ratio. */
    RATIO,
    /** An amount of the quote currency. */
    MONEY,
    /** A whole number of things. */
    COUNT,
    /** Things an hour. */
    PER_HOUR,
    /** Things a day. */
    PER_DAY,
    /** Things a week. */
    PER_WEEK,
    /** Seconds. */
    SECONDS,
    /** Bits of information. */
    BITS;

    /** What is smaller is what adding fractions leaves over. */
    private static final double SMALLEST = 1e-9;

    /** The value in words: {@code 54.9 %}, {@code 1.47}, {@code 12,304.50}, {@code 4.2 min}. */
    public String format(double value) {
        return switch (this) {
            case SHARE -> number(value * 100, 1) + " %";
            case RATIO, BITS -> number(value, 2);
            case MONEY -> number(value, cents(value));
            case COUNT -> number(value, value == Math.rint(value) ? 0 : 1);
            case PER_HOUR -> number(value, 1) + " an hour";
            case PER_DAY -> number(value, 1) + " a day";
            case PER_WEEK -> number(value, 1) + " a week";
            case SECONDS -> duration(value);
        };
    }

    /** A difference, with its sign; differences of shares are percentage points. */
    public String formatChange(double change) {
        String text =
                switch (this) {
                    case SHARE -> number(change * 100, 1) + " pt";
                    case PER_HOUR, PER_DAY, PER_WEEK -> number(change, 1);
                    default -> format(change);
                };
        return change > 0 && !text.startsWith("+") ? "+" + text : text;
    }

    /** Two decimals, and more where the amount is small: an account in BTC gains 0.00004511, not 0.00. */
    private static int cents(double value) {
        double size = Math.abs(value);
        if (!(size > SMALLEST && size < 0.1)) {
            return 2;
        }
        int digits = BigDecimal.valueOf(value)
                .round(new MathContext(size < 0.01 ? 4 : 2, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .scale();
        return Math.max(2, digits);
    }

    private static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace('-', '−');
    }

    private static String duration(double seconds) {
        double size = Math.abs(seconds);
        if (size > 0 && size < 1) {
            return number(seconds * 1_000, size < 0.1 ? 1 : 0) + " ms";
        }
        if (size < 120) {
            return number(seconds, 1) + " s";
        }
        if (size < 7_200) {
            return number(seconds / 60, 1) + " min";
        }
        return size < 172_800 ? number(seconds / 3_600, 1) + " h" : number(seconds / 86_400, 1) + " d";
    }
}
