package dev.plumbline.notebook;

import dev.plumbline.model.EditDistance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tags that mean nothing here, and keys that look like a known one misspelt; other keys are the author's. */
final class UnknownWords {

    private static final List<String> TAGS = List.of("parameters", "hide-cell", "raises-exception");
    private static final List<String> KEYS = List.of("tags", "hide", "alt", "timeout", "name");

    private UnknownWords() {}

    static List<Finding> in(Notebook notebook) {
        List<Finding> findings = new ArrayList<>();
        for (Cell cell : notebook.cells()) {
            for (String tag : cell.tags()) {
                if (!TAGS.contains(tag)) {
                    findings.add(finding(
                            notebook,
                            cell,
                            "\"" + tag + "\"",
                            "unknown tag " + tag,
                            near(tag, TAGS)
                                    .map(known -> "did you mean " + known + "?")
                                    .orElse("known are " + String.join(", ", TAGS))));
                }
            }
            for (String key : cell.metadata().keySet()) {
                Optional<String> near = KEYS.contains(key) ? Optional.empty() : near(key, KEYS);
                near.ifPresent(known -> findings.add(
                        finding(notebook, cell, key + "=", "unknown key " + key, "did you mean " + known + "?")));
            }
        }
        return findings;
    }

    private static Optional<String> near(String word, List<String> known) {
        return EditDistance.nearest(word, known, 1).stream()
                .filter(one -> EditDistance.between(word, one) <= Math.max(1, one.length() / 3))
                .findFirst();
    }

    private static Finding finding(Notebook notebook, Cell cell, String at, String message, String safe) {
        int marker = Math.max(1, cell.line() - 1);
        int column = Math.max(0, notebook.lines().get(marker - 1).indexOf(at)) + 1;
        return new Finding(new Place(notebook.file(), marker, column), Finding.Rule.UNKNOWN_WORD, message, safe);
    }
}
