package dev.plumbline.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jdk.jshell.SourceCodeAnalysis;

/** Which cells of an edited notebook must be run again: those that changed, and those that depend on them. */
final class Stale {

    private final SourceCodeAnalysis analysis;
    private final List<Cell> cells;
    private final Map<Integer, Kept.Ran> unchanged = new LinkedHashMap<>();
    private final Map<Integer, CellNames> names = new HashMap<>();
    private final Set<Integer> stale = new TreeSet<>();
    private final Set<String> gone = new HashSet<>();

    private Stale(Kept kept, Notebook notebook) {
        this.analysis = kept.session().analysis();
        this.cells = notebook.cells().stream().filter(Cell::isCode).toList();
        match(kept.cells());
        cells.forEach(cell -> names.put(cell.index(), CellNames.of(analysis, cell)));
        while (grows()) {
            // until nothing more depends on what is run again
        }
    }

    /** What is kept, by the index of the cell in the new notebook; all other cells are run. */
    static Map<Integer, Kept.Ran> of(Kept kept, Notebook notebook) {
        Stale stale = new Stale(kept, notebook);
        stale.stale.forEach(stale.unchanged::remove);
        return stale.unchanged;
    }

    private void match(List<Kept.Ran> before) {
        int next = 0;
        Set<Kept.Ran> matched = new HashSet<>();
        for (Cell cell : cells) {
            int at = next;
            while (at < before.size() && !same(before.get(at), cell)) {
                at++;
            }
            if (at < before.size()) {
                unchanged.put(cell.index(), before.get(at));
                matched.add(before.get(at));
                next = at + 1;
            } else {
                stale.add(cell.index());
            }
        }
        before.stream().filter(ran -> !matched.contains(ran)).forEach(ran -> {
            gone.addAll(ran.declared().names());
            gone.addAll(CellNames.of(analysis, ran.cell()).changes());
        });
    }

    private static boolean same(Kept.Ran ran, Cell cell) {
        return ran.result().state() == CellResult.State.DONE
                && ran.cell().source().equals(cell.source())
                && ran.cell().metadata().equals(cell.metadata());
    }

    private boolean grows() {
        int before = stale.size();
        Set<String> touched = new HashSet<>(gone);
        for (Cell cell : cells) {
            CellNames words = names(cell);
            boolean depends = words.uses().stream().anyMatch(touched::contains);
            if (depends) {
                stale.add(cell.index());
            }
            if (stale.contains(cell.index())) {
                touched.addAll(words.changes());
                Kept.Ran ran = unchanged.get(cell.index());
                if (ran != null) {
                    touched.addAll(ran.declared().names());
                }
            }
        }
        again();
        return stale.size() > before;
    }

    /** What a cell that is run again changes must be declared anew: it would be changed twice. */
    private void again() {
        Set<String> changed = new HashSet<>();
        stale.forEach(index -> changed.addAll(names.get(index).changes()));
        List<Integer> more = new ArrayList<>();
        unchanged.forEach((index, ran) -> {
            if (ran.declared().names().stream().anyMatch(changed::contains)) {
                more.add(index);
            }
        });
        stale.addAll(more);
    }

    private CellNames names(Cell cell) {
        CellNames found = names.get(cell.index());
        return found == null ? new CellNames(Set.of(), Set.of()) : found;
    }
}
