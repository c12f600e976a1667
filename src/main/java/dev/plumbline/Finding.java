package dev.plumbline;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One thing that an audit found.
 *
 * @param severity critical, warning, info, critical error, or of the data
 * @param value    the figure, or how often
 */
record Finding(String severity, String title, String value, String evidence, String action, String priority) {

    /** The worst first. */
    static List<Finding> of(Window window, Check check) {
        List<Finding> all = new ArrayList<>();
        WorstPlaces places = WorstPlaces.of(window);
        for (Verdict verdict : List.of(Verdict.RED, Verdict.YELLOW, Verdict.WATCH)) {
            check.with(verdict).forEach(row -> all.add(of(verdict, row, places)));
            if (verdict == Verdict.RED) {
                ErrorKinds.of(window).kinds().stream()
                        .filter(kind -> kind.level().equals("CRITICAL"))
                        .forEach(kind -> all.add(of(kind)));
            }
        }
        window.quality().findings().stream()
                .filter(found -> found.severity() != Quality.Severity.INFO)
                .forEach(found -> all.add(of(found)));
        return all;
    }

    private static Finding of(Verdict verdict, Deviation row, WorstPlaces places) {
        return new Finding(
                switch (verdict) {
                    case RED -> "critical";
                    case YELLOW -> "warning";
                    default -> "info";
                },
                row.title(),
                row.now().text(),
                row.why()
                        + (row.since().isEmpty() ? "" : "; " + lower(row.since()))
                        + places.of(row.now().title()),
                row.action(),
                switch (verdict) {
                    case RED -> "immediate";
                    case YELLOW -> "this week";
                    default -> "when convenient";
                });
    }

    private static Finding of(ErrorKinds.Kind kind) {
        return new Finding(
                "critical error",
                kind.text(),
                times(kind.n()),
                "first in " + kind.place(),
                "Read the log around that line",
                "immediate");
    }

    private static Finding of(Quality.Finding found) {
        return new Finding(
                found.severity() == Quality.Severity.ERROR ? "data, error" : "data, warning",
                found.check().replace('_', ' ') + ", " + found.subject(),
                times(found.n()),
                found.sentence(),
                "Look at the source before trusting what rests on it",
                "this week");
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String times(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** Whether the other says the same of another time. */
    boolean isOf(Finding other) {
        return title.equals(other.title);
    }

    List<String> cells() {
        return List.of(severity, title, value, evidence, action, priority);
    }
}
