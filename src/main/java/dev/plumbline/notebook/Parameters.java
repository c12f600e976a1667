package dev.plumbline.notebook;

import dev.plumbline.model.EditDistance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;

/**
 * The variables of the cell tagged {@code parameters}. A given value replaces the initialiser where it stands, so what
 * the same cell derives from it sees it.
 */
final class Parameters {

    /** A declaration: its initialiser spans [from, to) of the cell. */
    private record Declared(String name, String type, int from, int to) {}

    private final Notebook notebook;
    private final Optional<Cell> cell;
    private final Map<String, Declared> declared = new LinkedHashMap<>();

    private Parameters(Notebook notebook, SourceCodeAnalysis analysis) {
        this.notebook = notebook;
        this.cell = notebook.cells().stream()
                .filter(c -> c.isCode() && c.tags().contains("parameters"))
                .findFirst();
        cell.ifPresent(c -> Snippets.of(analysis, c.source()).forEach(this::declare));
    }

    static Parameters of(Notebook notebook, SourceCodeAnalysis analysis) {
        return new Parameters(notebook, analysis);
    }

    private void declare(Snippets.Piece piece) {
        for (Declarators.Variable one : Declarators.of(piece.source())) {
            declared.put(
                    one.name(),
                    new Declared(
                            one.name(),
                            Literals.type(one.type(), one.value()),
                            piece.offset() + one.from(),
                            piece.offset() + one.to()));
        }
    }

    List<String> names() {
        return List.copyOf(declared.keySet());
    }

    boolean isIn(Cell other) {
        return cell.map(c -> c.index() == other.index()).orElse(false);
    }

    /**
     * The notebook with the values in place.
     *
     * @throws NotebookRejected when a name is not declared, or a value is not of its type
     */
    Notebook with(Map<String, String> values) {
        if (values.isEmpty()) {
            return notebook;
        }
        Cell found = cell.orElseThrow(() -> new NotebookRejected(
                notebook.file(),
                "takes no parameters, found " + String.join(", ", values.keySet())
                        + ": no cell is tagged tags=[\"parameters\"]"));
        values.forEach((name, value) -> check(name, value, found));
        StringBuilder source = new StringBuilder(found.source());
        List<Declared> backwards = new ArrayList<>(declared.values());
        backwards.sort((a, b) -> Integer.compare(b.from(), a.from()));
        for (Declared one : backwards) {
            String value = values.get(one.name());
            if (value != null) {
                String old = source.substring(one.from(), one.to());
                // the lines below keep their numbers
                String lines =
                        "\n".repeat((int) old.chars().filter(c -> c == '\n').count());
                source.replace(
                        one.from(), one.to(), Literals.of(one.type(), value).orElseThrow() + lines);
            }
        }
        List<Cell> cells = new ArrayList<>(notebook.cells());
        cells.set(found.index(), found.withSource(source.toString()));
        return new Notebook(notebook.file(), notebook.header(), cells, notebook.lines());
    }

    private void check(String name, String value, Cell found) {
        Declared one = declared.get(name);
        if (one == null) {
            List<String> near = EditDistance.nearest(name, declared.keySet(), 3);
            throw new NotebookRejected(
                    notebook.place(found, 0),
                    "no parameter " + name
                            + (near.isEmpty() ? "; there are none" : "; nearest: " + String.join(", ", near)));
        }
        Place place = notebook.place(found, one.from());
        if (!Literals.TYPES.contains(one.type())) {
            throw new NotebookRejected(
                    place,
                    "parameter " + name + " is declared " + one.type() + ", expected one of "
                            + String.join(", ", Literals.TYPES));
        }
        if (Literals.of(one.type(), value).isEmpty()) {
            throw new NotebookRejected(
                    place,
                    "parameter " + name + ": found \"" + value + "\", expected " + Literals.expected(one.type()));
        }
    }
}
