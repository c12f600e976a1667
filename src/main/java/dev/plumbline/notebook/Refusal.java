package dev.plumbline.notebook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Diag;

/** What the compiler says about a snippet, at its place in the file. */
final class Refusal {

    private Refusal() {}

    static Failure failure(List<Diag> diagnostics, Notebook notebook, Cell cell, int offset) {
        List<Diag> errors = diagnostics.stream().filter(Diag::isError).toList();
        if (errors.isEmpty()) {
            Place place = notebook.place(cell, offset);
            return new Failure(Failure.Kind.COMPILE, place, "this cannot be evaluated", "");
        }
        Place first = place(errors.get(0), notebook, cell, offset);
        String source = notebook.lines().get(first.line() - 1);
        String others = errors.stream()
                .skip(1)
                .map(error -> "\n" + place(error, notebook, cell, offset) + ": " + message(error))
                .collect(Collectors.joining());
        String detail = source + "\n" + " ".repeat(Math.max(0, first.column() - 1)) + "^" + others;
        return new Failure(Failure.Kind.COMPILE, first, message(errors.get(0)), detail);
    }

    private static Place place(Diag error, Notebook notebook, Cell cell, int offset) {
        int end = cell.source().stripTrailing().length();
        long position = error.getPosition() < 0 ? error.getStartPosition() : error.getPosition();
        return notebook.place(cell, (int) Math.max(0, Math.min(end, offset + Math.max(0, position))));
    }

    /** In one line, without the wrapper class that JShell puts around a snippet. */
    private static String message(Diag error) {
        return error.getMessage(Locale.ROOT)
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("location:") && !line.isEmpty())
                .map(line -> line.replaceAll("\\s+", " "))
                .collect(Collectors.joining("; "));
    }
}
