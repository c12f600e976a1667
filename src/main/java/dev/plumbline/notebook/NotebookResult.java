package dev.plumbline.notebook;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An executed notebook, or as much of it as was executed.
 *
 * @param parameters name and value of every variable that the parameters cell declares
 * @param cells      every cell of the notebook, those that were not run too
 * @param words      text of the live variables that the notebook's own text names as {@code {{name}}}
 * @param failures   in the order of the cells, those after the last cell at the end
 */
public record NotebookResult(
        Notebook notebook,
        Map<String, String> parameters,
        List<CellResult> cells,
        Map<String, String> words,
        List<Failure> failures,
        Status status,
        Instant started,
        Duration time) {

    /** How the run ended. */
    public enum Status {
        OK(0),
        FAILED(1),
        /** Something still runs in this JVM: write the result and end the process. */
        TIME_OUT(4);

        private final int exitCode;

        Status(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    public NotebookResult {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        cells = List.copyOf(cells);
        words = Map.copyOf(words);
        failures = List.copyOf(failures);
    }

    /** The first thing that went wrong. */
    public Optional<Failure> failure() {
        return failures.stream().findFirst();
    }

    /** The displayed values of a class, in order. */
    public <T> List<T> values(Class<T> type) {
        return cells.stream()
                .flatMap(cell -> cell.shown().stream())
                .flatMap(shown -> type.isInstance(shown.value()) ? Stream.of(type.cast(shown.value())) : Stream.empty())
                .toList();
    }
}
