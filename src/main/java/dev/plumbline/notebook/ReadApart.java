package dev.plumbline.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/** Where plain {@code jshell}, which reads line by line, splits a notebook otherwise than the runner. */
final class ReadApart {

    /** One snippet of the runner, in offsets of the file. */
    private record Own(int start, int end, boolean complete) {}

    private final Notebook notebook;
    private final SourceCodeAnalysis analysis;
    private final int[] begins;
    private final String text;

    private ReadApart(Notebook notebook, SourceCodeAnalysis analysis) {
        this.notebook = notebook;
        this.analysis = analysis;
        this.begins = new int[notebook.lines().size() + 1];
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < notebook.lines().size(); i++) {
            begins[i] = joined.length();
            // the header and text cells are comments to the tool too
            joined.append(isExit(i) ? "" : notebook.lines().get(i)).append('\n');
        }
        begins[notebook.lines().size()] = joined.length();
        this.text = joined.toString();
    }

    static List<Finding> of(Notebook notebook, SourceCodeAnalysis analysis) {
        return new ReadApart(notebook, analysis).findings();
    }

    private boolean isExit(int index) {
        Cell last = notebook.cells().isEmpty()
                ? new Cell(0, Cell.Kind.CODE, "", Map.of(), "", 1)
                : notebook.cells().get(notebook.cells().size() - 1);
        long lines = last.source().isEmpty() ? 0 : last.source().lines().count();
        return index >= last.line() - 1 + lines
                && notebook.lines().get(index).strip().equals("/exit");
    }

    private List<Finding> findings() {
        List<Own> own = own();
        List<PlainReading.Taken> plain = PlainReading.of(analysis, text);
        List<Finding> findings = new ArrayList<>();
        for (Own one : own) {
            List<PlainReading.Taken> inside = plain.stream()
                    .filter(taken -> taken.start() >= one.start() && taken.start() < one.end())
                    .toList();
            finding(one, inside, plain).ifPresent(findings::add);
        }
        for (Cell cell : notebook.cells()) {
            if (cell.isCode()) {
                unended(cell).ifPresent(findings::add);
            }
        }
        findings.sort(Comparator.naturalOrder());
        return findings;
    }

    private List<Own> own() {
        List<Own> own = new ArrayList<>();
        for (Cell cell : notebook.cells()) {
            if (cell.isCode()) {
                int base = begins[cell.line() - 1];
                for (Snippets.Piece piece : Snippets.of(analysis, cell.source())) {
                    int end = Math.min(
                            cell.source().length(),
                            piece.offset() + piece.source().length());
                    own.add(new Own(base + piece.offset(), base + end, isComplete(piece.source())));
                }
            }
        }
        return own;
    }

    private boolean isComplete(String source) {
        Completeness completeness = analysis.analyzeCompletion(source).completeness();
        return completeness.isComplete() && completeness != Completeness.UNKNOWN;
    }

    /** A comment at the end of a cell that does not end: the tool drops its line, code and all. */
    private Optional<Finding> unended(Cell cell) {
        int open = Snippets.unended(cell.source());
        return open < 0
                ? Optional.empty()
                : Optional.of(at(
                        begins[cell.line() - 1] + open,
                        "a comment without its end: plain jshell waits for it and drops the line",
                        "write */ where it ends"));
    }

    private Optional<Finding> finding(Own one, List<PlainReading.Taken> inside, List<PlainReading.Taken> plain) {
        if (inside.isEmpty() || inside.get(0).start() != one.start()) {
            int before = plain.stream()
                    .filter(taken -> taken.start() < one.start())
                    .mapToInt(PlainReading.Taken::start)
                    .max()
                    .orElse(0);
            return Optional.of(at(
                    one.start(),
                    "plain jshell takes this for the rest of line " + line(before),
                    "end that statement with a semicolon"));
        }
        PlainReading.Taken first = inside.get(0);
        if (inside.size() > 1
                && !one.complete()
                && !isComplete(text.substring(first.start(), Math.min(text.length(), first.end())))) {
            // neither can read it: the compiler says what is wrong
            return Optional.empty();
        }
        if (inside.size() > 1 && (!one.complete() || SafeSpelling.isFresh(text, first, inside.get(1)))) {
            return Optional.of(at(
                    first.end(),
                    "an expression in mid-cell without its semicolon: plain jshell takes it alone, the runner does not",
                    "write ; here"));
        }
        if (inside.size() > 1) {
            PlainReading.Taken next = inside.get(1);
            return Optional.of(at(
                    next.start(),
                    "plain jshell ends the statement before this line"
                            + (next.kind() == PlainReading.Kind.COMMAND ? " and takes this for a command" : ""),
                    SafeSpelling.of(text, first.start(), next.start())));
        }
        if (first.kind() == PlainReading.Kind.DROPPED && one.complete()) {
            return Optional.of(at(
                    one.start(),
                    "plain jshell waits for more and drops this at the end of the file",
                    "end it with a semicolon"));
        }
        return Optional.empty();
    }

    private Finding at(int offset, String message, String safe) {
        int line = line(offset);
        Place place = new Place(notebook.file(), line, offset - begins[line - 1] + 1);
        return new Finding(place, Finding.Rule.PLAIN_JSHELL, message, safe);
    }

    /** The line of an offset, from 1. */
    private int line(int offset) {
        int line = 1;
        while (line < begins.length - 1 && begins[line] <= offset) {
            line++;
        }
        return line;
    }
}
