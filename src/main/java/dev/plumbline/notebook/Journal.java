package dev.plumbline.notebook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of a run so far; read by whoever waits for it. */
final class Journal {

    private final Instant started = Instant.now();
    private final long begun = System.nanoTime();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<CellResult> cells = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private Notebook notebook;
    private Optional<Running> running = Optional.empty();
    private final Map<Integer, Console> consoles = new LinkedHashMap<>();
    private boolean closed;

    /** The cell that runs now, and the first line of the snippet that does. */
    record Running(Cell cell, Place place, Console console, long since) {

        Duration time() {
            return Duration.ofNanos(System.nanoTime() - since);
        }

        /** When the cell's own time is up, by {@link System#nanoTime}. */
        OptionalLong end() {
            return cell.timeout()
                    .map(limit -> OptionalLong.of(since + limit.toNanos()))
                    .orElse(OptionalLong.empty());
        }
    }

    Journal(Notebook notebook) {
        this.notebook = notebook;
    }

    synchronized void use(Notebook replaced, Map<String, String> given) {
        notebook = replaced;
        parameters.putAll(given);
    }

    synchronized Notebook notebook() {
        return notebook;
    }

    synchronized void begin(Cell cell, Console console) {
        if (closed) {
            return;
        }
        consoles.put(cell.index(), console);
        running = Optional.of(new Running(cell, notebook.place(cell, 0), console, System.nanoTime()));
    }

    synchronized void at(Place place) {
        running = running.map(r -> new Running(r.cell(), place, r.console(), r.since()));
    }

    synchronized Optional<Running> running() {
        return running;
    }

    /** From here on what the worker does counts no more: its time is up. */
    synchronized Optional<Running> close() {
        closed = true;
        return running;
    }

    synchronized void end(CellResult result) {
        if (!closed) {
            add(result);
        }
    }

    private void add(CellResult result) {
        running = Optional.empty();
        cells.add(result);
        result.failure().ifPresent(failures::add);
    }

    synchronized void fail(Failure failure) {
        if (!closed) {
            failures.add(failure);
        }
    }

    synchronized void parameter(String name, String value) {
        parameters.put(name, value);
    }

    synchronized boolean failed() {
        return !failures.isEmpty();
    }

    long begun() {
        return begun;
    }

    /** The cell that runs now ends here, with what it printed so far. */
    synchronized void cut(Failure failure) {
        running.ifPresentOrElse(
                r -> add(new CellResult(
                        r.cell(),
                        CellResult.State.FAILED,
                        r.console().text(),
                        List.of(),
                        List.of(),
                        Optional.of(failure),
                        r.time())),
                () -> failures.add(failure));
    }

    synchronized NotebookResult result(NotebookResult.Status status, Map<String, String> words) {
        List<CellResult> all = new ArrayList<>();
        cells.forEach(cell -> all.add(late(cell)));
        notebook.cells().stream().skip(all.size()).map(CellResult::notRun).forEach(all::add);
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        return new NotebookResult(notebook, parameters, all, words, failures, status, started, time);
    }

    /** A thread that a cell started may print while later cells run: it belongs to the cell that started it. */
    private CellResult late(CellResult cell) {
        Console console = consoles.get(cell.cell().index());
        String text = console == null ? cell.printed() : console.text();
        return text.equals(cell.printed()) ? cell : cell.printing(text);
    }

    /** From here on what a thread prints goes where it went before the run. */
    synchronized void closeConsoles() {
        consoles.values().forEach(Console::close);
    }
}
