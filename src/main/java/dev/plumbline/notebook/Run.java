package dev.plumbline.notebook;

import dev.plumbline.model.EditDistance;
import dev.plumbline.report.Block;
import dev.plumbline.report.Drawing;
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
    private final Optional<Kept> before;
    private final List<Kept.Ran> ran = new ArrayList<>();
    private volatile Optional<Session> session = Optional.empty();
    private volatile Optional<Kept> kept = Optional.empty();

    Run(Runner runner, Journal journal, Optional<Kept> before) {
        this.runner = runner;
        this.journal = journal;
        this.before = before;
    }

    /** Empty until the run came to its end by itself. */
    Optional<Kept> kept() {
        return kept;
    }

    @Override
    public NotebookResult call() {
        Session opened = before.map(Kept::session).orElseGet(runner.sessions()::next);
        session = Optional.of(opened);
        boolean fine = false;
        try {
            Parameters parameters = Parameters.of(journal.notebook(), opened.analysis());
            journal.use(parameters.with(runner.parameters()), runner.parameters());
            cells(opened, parameters);
            if (!journal.failed()) {
                opened.unresolved().forEach(journal::fail);
                unknownWords(opened).forEach(journal::fail);
            }
            boolean ok = !journal.failed();
            NotebookResult result =
                    journal.result(ok ? NotebookResult.Status.OK : NotebookResult.Status.FAILED, words());
            kept = Optional.of(new Kept(opened, ran));
            fine = true;
            return result;
        } finally {
            journal.closeConsoles();
            if (!fine) {
                opened.close();
            }
        }
    }

    private void cells(Session opened, Parameters parameters) {
        Map<Integer, Kept.Ran> unchanged = unchanged(opened);
        List<Cell> cells = journal.notebook().cells();
        int of = (int) cells.stream().filter(Cell::isCode).count();
        int n = 0;
        for (Cell cell : cells) {
            if (!cell.isCode()) {
                journal.end(CellResult.text(cell));
                continue;
            }
            n++;
            CellResult result = unchanged.containsKey(cell.index())
                    ? again(opened, cell, unchanged.get(cell.index()))
                    : run(opened, cell, new Progress(n, of, title(cell)));
            journal.end(result);
            if (parameters.isIn(cell)) {
                parameters.names().forEach(name -> opened.variable(name)
                        .ifPresent(value -> journal.parameter(name, Plain.said(value))));
            }
            unchanged.remove(cell.index());
            if (result.failure().isPresent() && !runner.continueOnError()) {
                break;
            }
        }
        // what the run did not come to stands in the session still
        ran.addAll(unchanged.values());
    }

    /** Cells that need not be run; what all others had declared is forgotten first. */
    private Map<Integer, Kept.Ran> unchanged(Session opened) {
        if (before.isEmpty()) {
            return new LinkedHashMap<>();
        }
        Map<Integer, Kept.Ran> unchanged = Stale.of(before.get(), journal.notebook());
        before.get().cells().stream()
                .filter(old -> !unchanged.containsValue(old))
                .forEach(old -> opened.drop(old.declared()));
        return unchanged;
    }

    private CellResult again(Session opened, Cell cell, Kept.Ran old) {
        opened.move(old.declared(), journal.notebook(), cell.line() - old.cell().line());
        CellResult result = old.result().at(cell);
        ran.add(new Kept.Ran(cell, result, old.declared()));
        return result;
    }

    private CellResult run(Session opened, Cell cell, Progress progress) {
        runner.onCell().accept(progress);
        Notebook notebook = journal.notebook();
        List<String> notes = new ArrayList<>();
        List<CellResult.Shown> shown = new ArrayList<>();
        Optional<Failure> failure = Optional.empty();
        Session.Declared declared = new Session.Declared(List.of());
        Console console = Console.capture();
        journal.begin(cell, console);
        for (Snippets.Piece piece : Together.of(Snippets.of(opened.analysis(), cell.source()))) {
            journal.at(notebook.place(cell, piece.offset()));
            Session.Evaluated evaluated = opened.evaluate(notebook, cell, piece);
            declared = declared.and(evaluated.declared());
            notes.addAll(evaluated.notes());
            failure = evaluated.failure();
            if (failure.isPresent()) {
                break;
            }
            if (piece.last() && evaluated.shows()) {
                failure = show(evaluated.value(), cell, notebook.place(cell, piece.offset()), shown);
            }
        }
        Journal.Running running = journal.running().orElseThrow();
        Optional<Failure> counted = counted(cell, failure, notes);
        CellResult.State state = counted.isPresent() ? CellResult.State.FAILED : CellResult.State.DONE;
        CellResult result = new CellResult(cell, state, console.text(), shown, notes, counted, running.time());
        ran.add(new Kept.Ran(cell, result, declared));
        return result;
    }

    /** A value may throw when it is asked for its text. */
    private static Optional<Failure> show(
            Optional<Object> value, Cell cell, Place place, List<CellResult.Shown> shown) {
        try {
            shown.add(show(value, cell));
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            String message = "the value cannot be shown: " + Trace.message(e);
            return Optional.of(new Failure(Failure.Kind.EXCEPTION, place, message, ""));
        }
    }

    private static CellResult.Shown show(Optional<Object> value, Cell cell) {
        Object live = value.orElse("null");
        List<Block> blocks = Rendering.of(live, "cell" + cell.index());
        blocks.stream()
                .filter(Block.Figure.class::isInstance)
                .forEach(block -> Drawing.begin(((Block.Figure) block).chart()));
        return new CellResult.Shown(live, blocks);
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
                .ifPresent(value -> words.put(name, Plain.said(value)))));
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
