package dev.plumbline.report;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.chart.Windows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The table of a check: what is wrong first, the calm rows folded.
 *
 * @param now what the window is called: {@code this week}
 * @param key how to read the drawn column; empty where nothing is compared with a baseline
 */
public record DeviationTable(
        String now, List<DeviationRow> shown, List<DeviationRow> folded, String foldedWords, String key) {

    private static final int WATCHED = 4;
    private static final int ENOUGH = 8;

    static DeviationTable of(Check check) {
        List<Deviation> shown = new ArrayList<>();
        List<Deviation> folded = new ArrayList<>();
        int watched = 0;
        for (Deviation row : ordered(check)) {
            boolean fold =
                    switch (row.verdict()) {
                        case RED, YELLOW -> false;
                        case WATCH -> watched++ >= WATCHED;
                        case WITHIN -> shown.size() >= ENOUGH;
                        case UNKNOWN -> true;
                    };
            (fold ? folded : shown).add(row);
        }
        if (shown.isEmpty()) {
            shown.addAll(folded);
            folded.clear();
        }
        Forest forest = Forest.of(shown);
        return new DeviationTable(
                Windows.name(check.period()),
                shown.stream().map(row -> DeviationRow.of(row, forest)).toList(),
                folded.stream().map(row -> DeviationRow.of(row, forest)).toList(),
                words(folded),
                check.baseline().isPresent() ? forest.key() : "");
    }

    /** As the check has them; among equals those with an interval come before the limits, which have none. */
    static List<Deviation> ordered(Check check) {
        return check.rows().stream()
                .sorted(Comparator.comparing(Deviation::verdict)
                        .thenComparing(
                                row -> row.verdict().isAlarm() && row.interval().isEmpty()))
                .toList();
    }

    private static String words(List<Deviation> folded) {
        long unknown =
                folded.stream().filter(row -> row.verdict() == Verdict.UNKNOWN).count();
        long watch =
                folded.stream().filter(row -> row.verdict() == Verdict.WATCH).count();
        long within = folded.size() - unknown - watch;
        List<String> words = new ArrayList<>();
        if (watch > 0) {
            words.add(watch + " more to watch");
        }
        if (within > 0) {
            words.add(within + " more within the baseline");
        }
        if (unknown > 0) {
            words.add(unknown + " that can’t be told yet, and what they lack");
        }
        return String.join(", ", words);
    }
}
