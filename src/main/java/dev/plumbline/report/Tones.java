package dev.plumbline.report;

import dev.plumbline.baseline.Verdict;
import java.util.Locale;

/** Verdicts as the page's classes and as words for machines. */
final class Tones {

    private Tones() {}

    static String of(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
