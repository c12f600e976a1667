package dev.plumbline.sample;

/** Decimal numbers from integers, for {@code Double.toString} prints other digits before Java 19. */
final class Digits {

    private Digits() {}

    /** As Python prints a float that has at most {@code decimals} digits after the point: {@code 0.5}, {@code 12.0}. */
    static StringBuilder shortest(StringBuilder text, double value, int decimals) {
        return shortest(text, Math.round(value * power(decimals)), decimals);
    }

    /** The same from a number in units of its last decimal. */
    static StringBuilder shortest(StringBuilder text, long scaled, int decimals) {
        long scale = power(decimals);
        if (scaled < 0) {
            text.append('-');
        }
        text.append(Math.abs(scaled / scale)).append('.');
        long rest = Math.abs(scaled % scale);
        for (long place = scale / 10; rest > 0; place /= 10) {
            text.append((char) ('0' + rest / place));
            rest %= place;
        }
        if (text.charAt(text.length() - 1) == '.') {
            text.append('0');
        }
        return text;
    }

    static String shortest(double value, int decimals) {
        return shortest(new StringBuilder(16), value, decimals).toString();
    }

    /** With every decimal, as {@code %.2f} prints. */
    static String fixed(double value, int decimals) {
        long scaled = Math.round(value * power(decimals));
        String digits = Long.toString(Math.abs(scaled));
        digits = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
        int point = digits.length() - decimals;
        String sign = scaled < 0 ? "-" : "";
        return sign + digits.substring(0, point) + (decimals == 0 ? "" : "." + digits.substring(point));
    }

    private static long power(int decimals) {
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        return scale;
    }
}
