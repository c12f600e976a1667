package dev.plumbline.notebook;

import java.util.List;

/** What a run leaves behind for the next one: its session, and what each cell declared and came to. */
record Kept(Session session, List<Ran> cells) {

    /** A code cell that was run, and the snippets it became. */
    record Ran(Cell cell, CellResult result, Session.Declared declared) {}

    Kept {
        cells = List.copyOf(cells);
    }
}
