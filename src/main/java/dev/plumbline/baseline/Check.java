package dev.plumbline.baseline;

import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One window held against limits and, where there is one, a baseline.
 *
 * @param rows      worst first
 * @param baseline  the baseline's name, or empty when none was there
 * @param freshness how old the newest row is, judged against the wall clock; empty when it was not judged
 * @param rules     which rule file was used
 */
public record Check(
        Scope scope,
        Period period,
        Optional<BaselineRef> baseline,
        List<Deviation> rows,
        Optional<Freshness> freshness,
        String rules) {

    /** A baseline by name and period. */
    public record BaselineRef(String name, Period period) {}

    /** Age of the newest row, in words and as a verdict. */
    public record Freshness(Verdict verdict, String words) {}

    public Check {
        rows = rows.stream().sorted(Comparator.comparing(Deviation::verdict)).toList();
    }

    /** Red if any row is red, and so on; unknown only when nothing at all could be told. */
    public Verdict verdict() {
        Verdict worst = freshness.map(Freshness::verdict).orElse(Verdict.WITHIN);
        boolean told = false;
        for (Deviation row : rows) {
            if (row.verdict() != Verdict.UNKNOWN) {
                worst = worst.or(row.verdict());
                told = true;
            }
        }
        boolean alarmed = worst == Verdict.RED || worst == Verdict.YELLOW;
        return told || alarmed ? worst : Verdict.UNKNOWN;
    }

    public long count(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    public List<Deviation> with(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).toList();
    }
}
