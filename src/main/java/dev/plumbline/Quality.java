package dev.plumbline;

import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Can the data be trusted: what the checks found in a window, in words, the worst first. */
public record Quality(List<Finding> findings, int checks, Holdings holdings) implements Showable {

    /**
     * One thing that a check found.
     *
     * @param check    name of the query below {@code queries/checks}
     * @param severity info, warning or error
     * @param subject  what it is about, such as a symbol or a table
     * @param sentence the finding in plain words
     * @param n        rows concerned
     */
    public record Finding(String check, Severity severity, String subject, String sentence, long n) {}

    /** From the worst to the mildest. */
    public enum Severity {
        ERROR("■", "error"),
        WARNING("▲", "warning"),
        INFO("○", "note");

        private final String glyph;
        private final String word;

        Severity(String glyph, String word) {
            this.glyph = glyph;
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** With its sign: never told by colour alone. */
        public String words() {
            return glyph + " " + word;
        }

        static Severity of(String word) {
            return switch (word) {
                case "error" -> ERROR;
                case "warning" -> WARNING;
                default -> INFO;
            };
        }
    }

    public Quality {
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::check))
                .toList();
    }

    /** The queries that it asks. */
    static List<String> checks(Window window) {
        return window.workbench().store().queries().names("checks");
    }

    static Quality of(Window window) {
        List<String> checks = checks(window);
        window.ahead(checks);
        List<Finding> found = new ArrayList<>();
        for (String check : checks) {
            Rows rows = window.rows(check);
            for (int i = 0; i < rows.size(); i++) {
                found.add(new Finding(
                        check.substring("checks/".length()),
                        Severity.of(rows.texts("severity")[i]),
                        rows.texts("subject")[i],
                        rows.texts("finding")[i],
                        (long) rows.doubles("n")[i]));
            }
        }
        for (String note : window.workbench().notes()) {
            found.add(new Finding("operator_files", Severity.WARNING, "your files", note, 1));
        }
        return new Quality(found, checks.size(), Holdings.of(window));
    }

    /** The worst that was found; a note where nothing was. */
    public Severity worst() {
        return findings.isEmpty() ? Severity.INFO : findings.get(0).severity();
    }

    /** What the figures rest on, and what came of the checks, in sentences. */
    public String held() {
        return holdings.words() + " " + summary();
    }

    /** A sentence for the top: how many checks were made and what came of them. */
    public String summary() {
        return findings.isEmpty()
                ? checks + " checks, nothing found."
                : checks + " checks: " + findings.size() + (findings.size() == 1 ? " finding." : " findings.");
    }

    @Override
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose(held()));
        if (!findings.isEmpty()) {
            blocks.add(new Block.DataTable(
                    "",
                    List.of(
                            new Block.DataTable.Column("", false),
                            new Block.DataTable.Column("about", false),
                            new Block.DataTable.Column("what was found", false)),
                    findings.stream()
                            .map(f -> List.of(f.severity().words(), f.subject(), f.sentence()))
                            .toList(),
                    findings.size()));
        }
        blocks.addAll(holdings.rejected());
        return blocks;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(held());
        findings.forEach(
                f -> text.append('\n').append(f.severity().words()).append("  ").append(TextTable.clean(f.sentence())));
        return text.toString();
    }
}
