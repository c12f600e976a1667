package dev.plumbline.chart;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Untrusted text made harmless to show: no terminal escapes, no control characters, no marks that turn the direction of
 * the text around it, no half characters, and not endless. Escaping for HTML, XML or JSON still comes after.
 */
public final class PlainText {

    private static final Pattern ESCAPES = Pattern.compile(
            "\u001b\\[[0-?]*[ -/]*[@-~]|\u001b[\\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?|\u001b[ -/]*[0-~]?|\u009b[0-?]*[ -/]*[@-~]");
    private static final String ELLIPSIS = "…";

    private PlainText() {}

    /** One line of at most {@code max} characters; line breaks and tabs become spaces. */
    public static String line(String text, int max) {
        return cut(clean(head(text, max), false).strip(), max);
    }

    /** Lines are kept, at most {@code max} characters in all; what was left out is said at the end. */
    public static String lines(String text, int max) {
        String clean = clean(head(text, max), true);
        if (text.length() <= max) {
            return clean;
        }
        return cut(clean, max) + "\n"
                + String.format(Locale.ROOT, "(the first %,d of %,d characters)", max, text.length());
    }

    private static String head(String text, int max) {
        int enough = (int) Math.min(text.length(), 8L * max + 64);
        return text.substring(0, enough);
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Math.max(0, max - 1);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    private static String clean(String text, boolean keepLines) {
        String plain = text.indexOf('\u001b') < 0 && text.indexOf('\u009b') < 0
                ? text
                : ESCAPES.matcher(text).replaceAll("");
        StringBuilder out = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029) {
                out.append(keepLines ? (c == '\t' ? '\t' : '\n') : ' ');
            } else if (c >= 0xD800 && c <= 0xDFFF) {
                out.append('\uFFFD');
            } else if (!Character.isISOControl(c) && !turnsDirection(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || c == 0xFEFF;
    }
}
