package dev.plumbline.report;

import dev.plumbline.baseline.Verdict;

/** Colours of a terminal; the sign and the word say the same without them. */
final class Ansi {

    private Ansi() {}

    static String paint(Verdict verdict, String text, boolean colour) {
        if (!colour) {
            return text;
        }
        String code =
                switch (verdict) {
                    case RED -> "31;1";
                    case YELLOW -> "33;1";
                    case WATCH -> "35";
                    case UNKNOWN -> "2";
                    case WITHIN -> "32";
                };
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
