package dev.plumbline.report;

import dev.plumbline.baseline.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed from one report to another. */
public final class ReportDiff {

    /** Something that both say, and differently; nothing where a report does not say it. */
    record Said(String name, String before, String after) {}

    /** A figure that both have. */
    record Moved(SavedRow before, SavedRow after) {

        double change() {
            return after.value().orElse(Double.NaN) - before.value().orElse(Double.NaN);
        }

        /** Whether the intervals have no value in common; nothing where one of them is missing. */
        Optional<Boolean> apart() {
            return before.hasInterval() && after.hasInterval()
                    ? Optional.of(before.low() > after.high() || after.low() > before.high())
                    : Optional.empty();
        }

        /** The change in half-widths of the two intervals together; without them, as a share of the larger value. */
        double size() {
            double change = Math.abs(change());
            if (Double.isNaN(change)) {
                return 0;
            }
            if (apart().isPresent()) {
                double width = Math.hypot(before.high() - before.low(), after.high() - after.low()) / 2;
                return width > 0 ? change / width : change > 0 ? Double.MAX_VALUE : 0;
            }
            double larger = Math.max(
                    Math.abs(before.value().orElse(0)), Math.abs(after.value().orElse(0)));
            return larger > 0 ? change / larger : 0;
        }
    }

    final SavedReport before;
    final SavedReport after;
    final List<Said> facts;
    final List<Moved> verdicts = new ArrayList<>();
    final List<Moved> moved = new ArrayList<>();
    final List<SavedRow> added;
    final List<SavedRow> gone;
    final List<Said> parts;

    private ReportDiff(SavedReport before, SavedReport after) {
        this.before = before;
        this.after = after;
        this.facts = said(before.facts(), after.facts());
        this.parts = said(before.parts(), after.parts());
        this.added = without(after.rows(), before.rows());
        this.gone = without(before.rows(), after.rows());
        before.rows().forEach((key, row) -> {
            SavedRow now = after.rows().get(key);
            if (now != null) {
                compare(new Moved(row, now));
            }
        });
        verdicts.sort(Comparator.comparing((Moved m) -> worst(m)));
        moved.sort(Comparator.comparing((Moved m) -> m.apart().isEmpty())
                .thenComparing(Comparator.comparingDouble(Moved::size).reversed()));
    }

    /** @throws IllegalArgumentException when one of them cannot be read */
    public static ReportDiff of(Path before, Path after) {
        return new ReportDiff(SavedReport.read(before), SavedReport.read(after));
    }

    /** Whether the reports say the same, whenever and however fast they were made. */
    public boolean same() {
        return before.title().equals(after.title())
                && before.verdict().equals(after.verdict())
                && facts.isEmpty()
                && verdicts.isEmpty()
                && moved.isEmpty()
                && added.isEmpty()
                && gone.isEmpty()
                && parts.isEmpty();
    }

    private void compare(Moved one) {
        if (!one.before().verdict().equals(one.after().verdict())) {
            verdicts.add(one);
        }
        boolean seen = moved.stream()
                .anyMatch(m -> m.before().title().equals(one.before().title())
                        && m.before().words().equals(one.before().words()));
        if (!one.before().reads(one.after()) && !seen) {
            moved.add(one);
        }
    }

    private static Verdict worst(Moved one) {
        Verdict now = one.after().verdict().orElse(Verdict.WITHIN);
        return now.or(one.before().verdict().orElse(Verdict.WITHIN));
    }

    private static List<SavedRow> without(Map<String, SavedRow> some, Map<String, SavedRow> others) {
        Map<String, SavedRow> rest = new LinkedHashMap<>();
        some.forEach((key, row) -> {
            if (!others.containsKey(key)) {
                rest.putIfAbsent(row.title(), row);
            }
        });
        return List.copyOf(rest.values());
    }

    private static List<Said> said(Map<String, String> before, Map<String, String> after) {
        List<Said> said = new ArrayList<>();
        before.forEach((name, value) -> {
            String now = after.get(name);
            if (!value.equals(now)) {
                said.add(new Said(name, value, now == null ? "" : now));
            }
        });
        after.forEach((name, value) -> {
            if (!before.containsKey(name)) {
                said.add(new Said(name, "", value));
            }
        });
        return said;
    }
}
