package dev.plumbline;

import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.report.Showable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How grave the guide calls what a window holds: its own levels, P0 the gravest. */
final class Severities {

    private static final List<String> LEVELS = List.of("P0", "P1", "P2", "P3");

    private Severities() {}

    static Showable of(Window window, Optional<Baseline> baseline) {
        List<String> said = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (String level : LEVELS) {
            Optional<GuideList> list = GuideList.of(window, baseline, level.toLowerCase(Locale.ROOT));
            if (list.isEmpty()) {
                continue;
            }
            List<List<String>> found = found(level, list.get(), named);
            rows.addAll(found);
            said.add(said(level, list.get(), found));
        }
        return said.isEmpty()
                ? Evaluated.only(
                        "Not available: the guide of this system names no P0 to P3; the levels of its rules say what is grave.")
                : new Evaluated(
                        String.join(" ", said),
                        "The levels of the guide; each finding at its gravest.",
                        Evaluated.columns("level", "finding", "#value or count", "evidence"),
                        rows);
    }

    /** What no graver level has named yet. */
    private static List<List<String>> found(String level, GuideList list, Set<String> named) {
        List<List<String>> rows = new ArrayList<>();
        for (Deviation row : list.rows()) {
            if (row.verdict().isAlarm()
                    && named.add(row.now().metric().id() + row.now().slice())) {
                rows.add(List.of(level, row.now().title(), row.now().text(), evidence(row)));
            }
        }
        list.quality().stream()
                .flatMap(check -> check.found().stream())
                .forEach(finding -> rows.add(List.of(
                        level,
                        finding.check().replace('_', ' '),
                        String.format(Locale.ROOT, "%,d", finding.n()),
                        finding.sentence())));
        return rows;
    }

    private static String evidence(Deviation row) {
        return row.why() + (row.since().isEmpty() ? "" : "; " + row.since());
    }

    private static String said(String level, GuideList list, List<List<String>> found) {
        long untold = list.rows().stream()
                .filter(row -> !row.now().isDefined())
                .map(row -> row.now().title())
                .distinct()
                .count();
        String rest = untold == 0 ? "" : ", " + untold + " of its lines cannot be told";
        return found.isEmpty()
                ? level + ": nothing" + rest + "."
                : "**" + level + "**: "
                        + String.join(
                                ", ",
                                found.stream().map(row -> row.get(1)).distinct().toList()) + rest + ".";
    }
}
