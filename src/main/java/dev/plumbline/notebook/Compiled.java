package dev.plumbline.notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What compiling a notebook finds, without running any of it: errors, open names, and charts without words. */
final class Compiled {

    private static final Set<String> PICTURES = Set.of("Chart", "JFreeChart", "Figure");
    private static final Pattern CHARTS = Pattern.compile("\\bCharts\\s*\\.");

    private final Notebook notebook;
    private final Session session;
    private final List<Finding> findings = new ArrayList<>();

    private boolean failed;

    private Compiled(Notebook notebook, Session session) {
        this.notebook = notebook;
        this.session = session;
    }

    /** Where the runner and plain jshell read apart is left out: it is said already. */
    static List<Finding> of(Notebook notebook, Path startup, List<Finding> apart) {
        try (Session session = new Session(new CompileOnly())) {
            Startup.evaluate(session, startup);
            Compiled compiled = new Compiled(notebook, session);
            compiled.cells(apart);
            return compiled.findings;
        }
    }

    private void cells(List<Finding> apart) {
        for (Cell cell : notebook.cells()) {
            if (cell.isCode()) {
                cell(cell, apart);
            }
        }
        if (failed) {
            return;
        }
        session.unresolved().forEach(this::add);
        List<String> variables = session.variables();
        Placeholders.in(notebook).forEach((name, place) -> {
            if (!variables.contains(name)) {
                findings.add(new Finding(
                        place, Finding.Rule.COMPILE, "{{" + name + "}} names no variable", "declare it in a cell"));
            }
        });
    }

    private void cell(Cell cell, List<Finding> apart) {
        for (Snippets.Piece piece : Snippets.of(session.analysis(), cell.source())) {
            Session.Evaluated evaluated = session.evaluate(notebook, cell, piece);
            if (evaluated.failure().isPresent()) {
                if (cell.tags().contains("raises-exception")) {
                    return;
                }
                int from = notebook.place(cell, piece.offset()).line();
                int to = notebook.place(cell, piece.offset() + piece.source().length())
                        .line();
                // after a failure names are missing that it should have declared
                boolean follows = failed && evaluated.failure().get().message().startsWith("cannot find symbol");
                if (!follows
                        && apart.stream()
                                .noneMatch(f ->
                                        f.place().line() >= from && f.place().line() <= to)) {
                    add(evaluated.failure().get());
                }
                failed = true;
                return;
            }
            boolean picture = evaluated.shows()
                    && (PICTURES.contains(evaluated.type().replaceAll(".*\\.", ""))
                            || CHARTS.matcher(piece.source()).find());
            if (piece.last() && picture && cell.alt().isEmpty() && !cell.hides("output")) {
                findings.add(new Finding(
                        notebook.place(cell, piece.offset()),
                        Finding.Rule.ALT,
                        "a chart without words for those who do not see it",
                        "add alt=\"…\" to the cell's marker"));
            }
        }
    }

    private void add(Failure failure) {
        findings.add(new Finding(failure.place(), Finding.Rule.COMPILE, failure.message(), ""));
    }
}
