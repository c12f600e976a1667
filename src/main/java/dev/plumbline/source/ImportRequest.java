package dev.plumbline.source;

import dev.plumbline.store.ImportOptions;
import java.util.List;
import java.util.Optional;

/**
 * Something to import.
 *
 * @param paths  files, or folders that are searched
 * @param system id of the system to read them as; empty where they are to be recognised
 * @param told   what the user said about them; its system is not looked at
 */
public record ImportRequest(List<String> paths, Optional<String> system, ImportOptions told) {

    /**
     * Checks the system and the mapped fields.
     *
     * @throws IllegalArgumentException when there is no such system or field, naming those there are
     */
    public ImportRequest {
        paths = List.copyOf(paths);
        CsvKind.check(told.map());
        if (system.isPresent() && Sources.find(system.get()).isEmpty()) {
            throw new IllegalArgumentException(
                    "no system \"" + system.get() + "\": one of " + Sources.names() + " was expected");
        }
    }

    /** Paths to recognise, with nothing said about them. */
    public static ImportRequest of(String... paths) {
        return new ImportRequest(List.of(paths), Optional.empty(), ImportOptions.of(""));
    }
}
