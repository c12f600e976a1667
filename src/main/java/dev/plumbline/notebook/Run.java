package dev.plumbline.notebook;

import dev.plumbline.model.EditDistance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** One execution of a notebook, in its own thread. */
final class Run implements Callable<NotebookResult> {

    private final Runner runner;
    private final Journal journal;
    private volatile Optional<Session> session = Optional.empty();

    Run(Runner runner, Journal journal) {
        this.runner = runner;
        this.journal = journal;
    }

    @Override
    public NotebookResult call() {
        try (Session opened = new Session()) {
            session = Optional.of(opened);
            Startup.evaluate(opened, runner.startup());
            Parameters parameters = Parameters.of(journal.notebook(), opened.analysis());
            journal.use(parameters.with(runner.parameters()), runner.parameters());
            cells(opened, parameters);
            if (!journal.failed()) {
                opened.unresolved().forEach(journal::fail);
                unknownWords(opened).forEach(journal::fail);
            }
            boolean ok = !journal.failed();
            return journal.result(ok ? NotebookResult.Status.OK : NotebookResult.Status.FAILED, words());
        }
    }

    private void cells(Session opened, Parameters parameters) {
        List<Cell> cells = journal.notebook().cells();
        int of = (int) cells.stream().filter(Cell::isCode).count();
        int n = 0;
        for (Cell cell : cells) {
            if (!cell.isCode()) {
                journal.end(CellResult.text(cell));
                continue;
            }
            n++;
            runner.onCell().accept(new Progress(n, of, title(cell)));
            CellResult result = run(opened, cell);
            journal.end(result);
            if (parameters.isIn(cell)) {
                parameters.names().forEach(name -> opened.variable(name)
                        .ifPresent(value -> journal.parameter(name, Plain.text(value))));
            }
            if (result.failure().isPresent() && !runner.continueOnError()) {
                return;
            }
        }
    }

    private CellResult run(Session opened, Cell cell) {
        Notebook notebook = journal.notebook();
        List<String> notes = new ArrayList<>();
        List<CellResult.Shown> shown = new ArrayList<>();
        Optional<Failure> failure = Optional.empty();
        try (Console console = Console.capture()) {
            journal.begin(cell, console);
            for (Snippets.Piece piece : Snippets.of(opened.analysis(), cell.source())) {
                journal.at(notebook.place(cell, piece.offset()));
                Session.Evaluated evaluated = opened.evaluate(notebook, cell, piece);
                notes.addAll(evaluated.notes());
                failure = evaluated.failure();
                if (failure.isPresent()) {
                    break;
                }
                if (piece.last() && evaluated.shows()) {
                    shown.add(show(evaluated.value(), cell));
                }
            }
            Journal.Running running = journal.running().orElseThrow();
            Optional<Failure> counted = counted(cell, failure, notes);
            CellResult.State state = counted.isPresent() ? CellResult.State.FAILED : CellResult.State.DONE;
            return new CellResult(cell, state, console.text(), shown, notes, counted, running.time());
        }
    }

    private static CellResult.Shown show(Optional<Object> value, Cell cell) {
        Object live = value.orElse("null");
        return new CellResult.Shown(live, Rendering.of(live, "cell" + cell.index()));
    }

    /** The tag raises-exception turns success and failure round. */
    private Optional<Failure> counted(Cell cell, Optional<Failure> failure, List<String> notes) {
        if (!cell.tags().contains("raises-exception")) {
            return failure;
        }
        if (failure.isPresent()) {
            notes.add("as expected: " + failure.get());
            return Optional.empty();
        }
        Place place = journal.notebook().place(cell, 0);
        return Optional.of(new Failure(
                Failure.Kind.NO_EXCEPTION, place, "this was expected to fail (raises-exception) and did not", ""));
    }

    private List<Failure> unknownWords(Session opened) {
        List<String> variables = opened.variables();
        List<Failure> failures = new ArrayList<>();
        Placeholders.in(journal.notebook()).forEach((name, place) -> {
            if (!variables.contains(name)) {
                List<String> near = EditDistance.nearest(name, variables, 3);
                String hint = near.isEmpty() ? "" : "; nearest: " + String.join(", ", near);
                failures.add(
                        new Failure(Failure.Kind.UNRESOLVED, place, "{{" + name + "}} names no variable" + hint, ""));
            }
        });
        return failures;
    }

    /** Text of the live variables that the notebook's words name. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        session.ifPresent(opened -> Placeholders.in(journal.notebook()).keySet().forEach(name -> opened.variable(name)
                .ifPresent(value -> words.put(name, Plain.text(value)))));
        return words;
    }

    /** The innermost line of the notebook that a thread is at. */
    Optional<Place> whereIs(Thread thread) {
        return session.flatMap(opened -> opened.whereIs(thread).stream().findFirst());
    }

    private static String title(Cell cell) {
        return cell.title().isEmpty()
                ? cell.source()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("")
                        .strip()
                : cell.title();
    }
}
