package dev.plumbline.source;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers as bytes, read without a string: the same bits as {@link Double#parseDouble} gives.
 *
 * <p>Source: D. Lemire, Number Parsing at a Gigabyte per Second, Software: Practice and Experience 51 (2021),
 * <a href="https://doi.org/10.1002/spe.2984">doi:10.1002/spe.2984</a>. What it cannot decide is left to Java.
 */
final class DecimalText {

    /** What is no number that could be read here. */
    static final double NOT_ONE = Double.NaN;

    private static final int LEAST = -40;
    private static final int MOST = 30;
    private static final int DIGITS = 18;
    private static final int EXACT = 22;
    private static final double[] TENS = new double[EXACT + 1];
    private static final long[] HIGH = new long[MOST - LEAST + 1];
    private static final long[] LOW = new long[MOST - LEAST + 1];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = 10 * TENS[i - 1];
        }
        BigInteger five = BigInteger.valueOf(5);
        for (int q = LEAST; q <= MOST; q++) {
            BigInteger power = five.pow(Math.abs(q));
            BigInteger bits;
            if (q < 0) {
                // one above the quotient, as the proof of the method needs it
                int shift = power.bitLength() + 127;
                bits = BigInteger.ONE.shiftLeft(shift).divide(power).add(BigInteger.ONE);
                bits = bits.shiftRight(bits.bitLength() - 128);
            } else {
                bits = power.shiftLeft(128 - power.bitLength());
            }
            HIGH[q - LEAST] = bits.shiftRight(64).longValue();
            LOW[q - LEAST] = bits.longValue();
        }
    }

    private DecimalText() {}

    /**
     * The number in {@code [from, to)}: digits with a sign, a mark and an exponent where there is one, and nothing else;
     * {@link #NOT_ONE} for all other text.
     */
    static double parse(byte[] text, int from, int to, byte mark) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (at < to && (negative || text[at] == '+')) {
            at++;
        }
        long digits = 0;
        int seen = 0;
        int exponent = 0;
        int first = at;
        int point = -1;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                seen += digits != 0 || digit != 0 ? 1 : 0;
                digits = 10 * digits + digit;
            } else if (text[at] == mark && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        int length = at - first - (point < 0 ? 0 : 1);
        if (length == 0) {
            return NOT_ONE;
        }
        if (point >= 0) {
            exponent = point + 1 - at;
        }
        if (at < to && (text[at] | 0x20) == 'e') {
            int sign = at + 1 < to && text[at + 1] == '-' ? -1 : 1;
            at += at + 1 < to && (text[at + 1] == '-' || text[at + 1] == '+') ? 2 : 1;
            int power = 0;
            int start = at;
            for (; at < to && text[at] >= '0' && text[at] <= '9'; at++) {
                power = Math.min(10_000, 10 * power + text[at] - '0');
            }
            if (at == start) {
                return NOT_ONE;
            }
            exponent += sign * power;
        }
        if (at != to) {
            return NOT_ONE;
        }
        double value = seen > DIGITS ? Double.NaN : of(digits, exponent);
        if (Double.isNaN(value)) {
            return byJava(text, from, to, mark);
        }
        return negative ? -value : value;
    }

    private static double byJava(byte[] text, int from, int to, byte mark) {
        double value = Double.parseDouble(
                new String(text, from, to - from, StandardCharsets.ISO_8859_1).replace((char) mark, '.'));
        return Double.isFinite(value) ? value : NOT_ONE;
    }

    /** {@code digits}·10^{@code exponent} to the nearest double; not a number where that is not known. */
    static double of(long digits, int exponent) {
        if (digits == 0) {
            return 0;
        }
        if (exponent <= 0 && exponent >= -EXACT && digits <= 1L << 53) {
            // both are exact, so their quotient is the nearest double
            return digits / TENS[-exponent];
        }
        if (exponent < LEAST || exponent > MOST) {
            return Double.NaN;
        }
        int zeros = Long.numberOfLeadingZeros(digits);
        long w = digits << zeros;
        long high = HIGH[exponent - LEAST];
        long upper = multiplyHigh(w, high);
        long lower = w * high;
        if ((upper & 0x1FF) == 0x1FF) {
            long more = multiplyHigh(w, LOW[exponent - LEAST]);
            lower += more;
            upper += Long.compareUnsigned(lower, more) < 0 ? 1 : 0;
            if (lower == -1L && (exponent < -27 || exponent > 55)) {
                return Double.NaN;
            }
        }
        int top = (int) (upper >>> 63);
        long mantissa = upper >>> (top + 9);
        long power = ((217_706L * exponent) >> 16) + 63 + 1023 - zeros + top;
        boolean tie = Long.compareUnsigned(lower, 1) <= 0
                && exponent >= -4
                && exponent <= 23
                && (mantissa & 3) == 1
                && mantissa << (top + 9) == upper;
        mantissa = ((tie ? mantissa & ~1L : mantissa) + 1) >>> 1;
        if (mantissa >= 1L << 53) {
            mantissa = 1L << 52;
            power++;
        }
        return power <= 0 || power >= 2047
                ? Double.NaN
                : Double.longBitsToDouble((mantissa & ~(1L << 52)) | power << 52);
    }

    /** Of unsigned factors. */
    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
