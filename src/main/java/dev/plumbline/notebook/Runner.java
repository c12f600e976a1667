package dev.plumbline.notebook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a notebook in this JVM. Several may run beside each other, each on a thread of its own.
 *
 * @param sessions        that notebooks run in, with the imports and declarations that every one begins with
 * @param parameters      given values, by name
 * @param continueOnError whether the cells after a failing one are run
 * @param timeout         of the whole run
 * @param onCell          told when a cell begins
 * @param onAbruptExit    told what there is when the JVM is ended while a cell runs
 */
public record Runner(
        Sessions sessions,
        Map<String, String> parameters,
        boolean continueOnError,
        Optional<Duration> timeout,
        Consumer<Progress> onCell,
        Consumer<NotebookResult> onAbruptExit) {

    public Runner {
        parameters = Map.copyOf(parameters);
    }

    public static Runner of(Path startup) {
        return of(Sessions.of(startup));
    }

    public static Runner of(Sessions sessions) {
        return new Runner(sessions, Map.of(), false, Optional.empty(), progress -> {}, result -> {});
    }

    public Runner with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return with(more);
    }

    public Runner with(Map<String, String> values) {
        return new Runner(sessions, values, continueOnError, timeout, onCell, onAbruptExit);
    }

    public Runner continuing() {
        return new Runner(sessions, parameters, true, timeout, onCell, onAbruptExit);
    }

    public Runner within(Duration limit) {
        return new Runner(sessions, parameters, continueOnError, Optional.of(limit), onCell, onAbruptExit);
    }

    public Runner onCell(Consumer<Progress> told) {
        return new Runner(sessions, parameters, continueOnError, timeout, told, onAbruptExit);
    }

    /**
     * Called from a shutdown hook with what was done so far when a cell calls {@code System.exit}, or the process is
     * asked to end. After a cell's own {@code System.exit} the process ends with 1, whatever the cell asked for: a
     * review that stopped half-way did not succeed.
     */
    public Runner onAbruptExit(Consumer<NotebookResult> told) {
        return new Runner(sessions, parameters, continueOnError, timeout, onCell, told);
    }

    /**
     * Runs every cell in order. After {@link NotebookResult.Status#TIME_OUT} the cell still runs, since a thread cannot
     * be killed: write the result and end the process.
     *
     * @throws NotebookRejected when a parameter does not fit, or the start-up script fails
     */
    public NotebookResult run(Notebook notebook) {
        Guard guard = new Guard(this, notebook, Optional.empty());
        NotebookResult result = guard.run();
        guard.kept().ifPresent(left -> left.session().close());
        return result;
    }
}
