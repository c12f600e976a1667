package dev.plumbline.report;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A check in sentences that a tired person understands: what needs a decision, then what to look at.
 *
 * @param verdict  of the whole
 * @param headline {@code ■ Red: two findings need a decision}
 * @param counts   {@code 2 red}, {@code 24 within}, how old the newest row is
 * @param findings the worst five
 * @param rest     what is left to say
 */
public record Sentences(Verdict verdict, String headline, List<String> counts, List<Finding> findings, String rest) {

    private static final int MOST = 5;

    public Sentences {
        counts = List.copyOf(counts);
        findings = List.copyOf(findings);
    }

    public static Sentences of(Check check) {
        Verdict verdict = check.verdict();
        List<Finding> all = new ArrayList<>();
        check.freshness()
                .filter(fresh -> fresh.verdict() == Verdict.RED || fresh.verdict() == Verdict.YELLOW)
                .ifPresent(fresh -> all.add(Finding.of(fresh)));
        together(Stream.of(Verdict.RED, Verdict.YELLOW, Verdict.WATCH).flatMap(kind -> check.with(kind).stream()))
                .forEach(rows -> all.add(Finding.of(rows)));
        if (verdict == Verdict.UNKNOWN) {
            check.with(Verdict.UNKNOWN).stream().map(Finding::of).forEach(all::add);
        }
        List<Finding> shown = new ArrayList<>(all.subList(0, Math.min(MOST, all.size())));
        for (int i = shown.size() - 1; i > 0; i--) {
            Finding before = shown.get(i - 1);
            boolean same = !before.action().isEmpty()
                    && before.action().equals(shown.get(i).action())
                    && before.author().equals(shown.get(i).author());
            shown.set(i, same ? shown.get(i).askingTheSame() : shown.get(i));
        }
        return new Sentences(
                verdict, headline(check, all), counts(check), shown, rest(check, all.size() - shown.size()));
    }

    /** What is about the same metric and slice is one finding: a limit and a deviation, the worse first. */
    private static Collection<List<Deviation>> together(Stream<Deviation> rows) {
        Map<String, List<Deviation>> subjects = new LinkedHashMap<>();
        rows.forEach(row -> subjects.computeIfAbsent(
                        row.now().metric().id() + " " + row.now().slice(), key -> new ArrayList<>())
                .add(row));
        return subjects.values();
    }

    /** The class of its colour. */
    public String tone() {
        return Tones.of(verdict);
    }

    private static String headline(Check check, List<Finding> all) {
        Verdict verdict = check.verdict();
        long n = all.stream().filter(finding -> finding.verdict() == verdict).count();
        String words =
                switch (verdict) {
                    case RED ->
                        (check.caution().isPresent() ? "Red by a limit that chance may pass: " : "Red: ")
                                + Words.number(n) + (n == 1 ? " finding needs" : " findings need") + " a decision";
                    case YELLOW -> "Yellow: " + Words.number(n) + (n == 1 ? " finding" : " findings") + " to look at";
                    case WATCH ->
                        "Green: nothing needs a decision, " + Words.number(n) + (n == 1 ? " change" : " changes")
                                + " to watch";
                    case WITHIN -> "Green: nothing needs a decision";
                    case UNKNOWN ->
                        check.rows().isEmpty()
                                ? "Can’t tell: nothing was measured"
                                : "Can’t tell: not enough data for a verdict";
                };
        return verdict.glyph() + " " + words;
    }

    private static List<String> counts(Check check) {
        List<String> counts = new ArrayList<>();
        for (Verdict kind : List.of(Verdict.RED, Verdict.YELLOW, Verdict.WATCH, Verdict.WITHIN)) {
            if (check.count(kind) > 0) {
                counts.add(check.count(kind) + " " + kind.word());
            }
        }
        if (check.count(Verdict.UNKNOWN) > 0) {
            counts.add(check.count(Verdict.UNKNOWN) + " can’t tell yet");
        }
        check.freshness().ifPresent(fresh -> counts.add(Finding.plain(fresh.words())));
        counts.add("rules of " + Finding.plain(check.rules()));
        return counts;
    }

    private static String rest(Check check, int more) {
        List<String> rest = new ArrayList<>();
        check.caution().ifPresent(words -> rest.add(Words.capital(words) + "."));
        if (more > 0) {
            rest.add("And " + Words.number(more) + " more, in the table below.");
        }
        Verdict verdict = check.verdict();
        long within = check.count(Verdict.WITHIN);
        if (verdict == Verdict.WITHIN) {
            rest.add((within == 1 ? "The one figure" : "All " + within + " figures")
                    + " that can be judged " + (within == 1 ? "lies" : "lie") + " within the limits"
                    + check.baseline()
                            .map(b -> " and near " + Finding.plain(b.words()))
                            .orElse("")
                    + ".");
        }
        if (check.baseline().isEmpty() && verdict != Verdict.UNKNOWN) {
            rest.add("There is no baseline yet, so only limits were checked.");
        }
        if (verdict == Verdict.UNKNOWN && check.rows().isEmpty()) {
            rest.add("No metric had any row in " + Words.days(check.period())
                    + ". Import this period, or choose another.");
        }
        return String.join(" ", rest);
    }
}
