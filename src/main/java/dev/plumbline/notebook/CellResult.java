package dev.plumbline.notebook;

import dev.plumbline.report.Block;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of one cell.
 *
 * @param cell    as it was run, parameters replaced
 * @param printed what it wrote to standard output and standard error
 * @param shown   the value it ended with, if it did
 * @param notes   what a reader should know, such as a variable that was dropped
 */
public record CellResult(
        Cell cell,
        State state,
        String printed,
        List<Shown> shown,
        List<String> notes,
        Optional<Failure> failure,
        Duration time) {

    /** How far a cell came. */
    public enum State {
        DONE,
        FAILED,
        /** The run had stopped before it. */
        NOT_RUN
    }

    /** A value, and what it looked like when the cell ended. */
    public record Shown(Object value, List<Block> blocks) {
        public Shown {
            blocks = List.copyOf(blocks);
        }
    }

    public CellResult {
        shown = List.copyOf(shown);
        notes = List.copyOf(notes);
    }

    /** The same result of the same cell, which may stand elsewhere now. */
    CellResult at(Cell moved) {
        return new CellResult(moved, state, printed, shown, notes, failure, time);
    }

    CellResult printing(String text) {
        List<String> more = new ArrayList<>(notes);
        more.add("A part of this was printed after the cell had ended.");
        return new CellResult(cell, state, text, shown, more, failure, time);
    }

    static CellResult notRun(Cell cell) {
        return new CellResult(cell, State.NOT_RUN, "", List.of(), List.of(), Optional.empty(), Duration.ZERO);
    }

    static CellResult text(Cell cell) {
        return new CellResult(cell, State.DONE, "", List.of(), List.of(), Optional.empty(), Duration.ZERO);
    }
}
