package dev.plumbline.report;

import dev.plumbline.baseline.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What changed between two reports, in words, never wider than asked. */
public final class DiffWords {

    private static final int FIGURES = 10;
    private static final int NAMED = 4;

    private final ReportDiff diff;
    private final int room;
    private final int most;
    private final StringBuilder text = new StringBuilder();

    private DiffWords(ReportDiff diff, int room, boolean all) {
        this.diff = diff;
        this.room = room;
        this.most = all ? Integer.MAX_VALUE : FIGURES;
    }

    /**
     * Lines that end in a line feed.
     *
     * @param width columns of the terminal; 60 at least
     * @param all   every figure that moved, not only the ten that moved most
     */
    public static String of(ReportDiff diff, int width, boolean all) {
        return new DiffWords(diff, Math.max(60, width), all).words();
    }

    private String words() {
        line("before  " + diff.before.head(), 8);
        line("after   " + diff.after.head(), 8);
        if (diff.same()) {
            line("", 0);
            line("They say the same.", 0);
            return text.toString();
        }
        about();
        Set<String> titles = new HashSet<>();
        section(
                "Verdicts that changed",
                // the worse of its limit and its deviation comes first
                diff.verdicts.stream()
                        .filter(one -> titles.add(one.after().title()))
                        .map(this::verdict)
                        .toList(),
                Integer.MAX_VALUE,
                "");
        section(
                "Figures that moved most",
                diff.moved.stream().map(DiffWords::moved).toList(),
                most,
                "moved less (--all shows them)");
        section("New", titles(diff.added), Integer.MAX_VALUE, "");
        section("Gone", titles(diff.gone), Integer.MAX_VALUE, "");
        section("Also", also(), most, "such things (--all shows them)");
        return text.toString();
    }

    private void about() {
        List<String> lines = new ArrayList<>();
        if (!diff.before.verdict().equals(diff.after.verdict())) {
            lines.add("verdict: " + verdict(diff.before.verdict()) + " → " + verdict(diff.after.verdict()));
        }
        diff.facts.stream()
                .filter(said -> !said.name().equals("scope")
                        || diff.facts.stream().noneMatch(s -> s.name().equals("days")))
                .forEach(said -> lines.add(said.name() + ": " + shown(said.before()) + " → " + shown(said.after())));
        section("What they are about", lines, Integer.MAX_VALUE, "");
    }

    private static String shown(String value) {
        return value.isEmpty() ? "—" : value;
    }

    private String verdict(ReportDiff.Moved one) {
        return one.after().title() + ": " + verdict(one.before().verdict()) + " → "
                + verdict(one.after().verdict()) + ", at " + one.after().words();
    }

    private static String verdict(Optional<Verdict> verdict) {
        return verdict.map(v -> v.glyph() + " " + v.word()).orElse("none");
    }

    /** {@code win rate rose by 17.6 pt, from 36.4 % [28.3, 45.3] to 54.0 % [45.2, 62.6]: the intervals are apart}. */
    private static String moved(ReportDiff.Moved one) {
        String title = one.after().title();
        if (one.before().value().isEmpty() || one.after().value().isEmpty()) {
            return title + ": " + one.before().words() + " → " + one.after().words();
        }
        double change = one.change();
        if (change == 0) {
            return title + ": its interval changed, from " + one.before().words() + " to "
                    + one.after().words();
        }
        String by = one.after().unit().formatChange(Math.abs(change)).replaceFirst("^\\+", "");
        return title + (change > 0 ? " rose by " : " fell by ") + by + ", from "
                + one.before().words() + " to " + one.after().words()
                + one.apart()
                        .map(apart -> apart ? ": the intervals are apart" : ": the intervals overlap")
                        .orElse("");
    }

    private static List<String> titles(List<SavedRow> rows) {
        return rows.isEmpty()
                ? List.of()
                : List.of(rows.stream().map(SavedRow::title).collect(Collectors.joining(", ")));
    }

    private List<String> also() {
        List<String> lines = new ArrayList<>();
        for (String how : List.of("new", "gone", "changed")) {
            List<String> names = diff.parts.stream()
                    .filter(said -> how(said).equals(how))
                    .map(ReportDiff.Said::name)
                    .toList();
            if (how.equals("changed") && most == FIGURES && names.size() > NAMED) {
                lines.add("changed: " + names.size() + " charts, tables and texts (--all names them)");
            } else if (!names.isEmpty()) {
                lines.add(how + ": " + String.join(", ", names));
            }
        }
        return lines;
    }

    private String how(ReportDiff.Said said) {
        boolean was = diff.before.parts().containsKey(said.name());
        boolean is = diff.after.parts().containsKey(said.name());
        return was && is ? "changed" : is ? "new" : "gone";
    }

    private void section(String title, List<String> lines, int shown, String rest) {
        if (lines.isEmpty()) {
            return;
        }
        line("", 0);
        line(title, 0);
        lines.stream().limit(shown).forEach(one -> line("  " + one, 4));
        if (lines.size() > shown) {
            line("  … " + (lines.size() - shown) + " " + rest, 4);
        }
    }

    /** Broken at spaces, with the lines after the first one indented. */
    private void line(String words, int indent) {
        String lead = words.substring(0, words.length() - words.stripLeading().length());
        List<String> parts = new ArrayList<>();
        StringBuilder line = new StringBuilder(lead);
        for (String word : words.strip().split(" ", -1)) {
            boolean empty = line.toString().isBlank();
            if (!empty && Cells.width(line + " " + word) > room) {
                parts.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
                empty = true;
            }
            line.append(empty ? "" : " ").append(Cells.cut(word, room - indent));
        }
        parts.add(line.toString());
        parts.forEach(
                part -> text.append(part.stripTrailing().replace('\u00a0', ' ')).append('\n'));
    }
}
