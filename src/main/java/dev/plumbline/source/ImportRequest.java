package dev.plumbline.source;

import dev.plumbline.store.ImportOptions;
import java.util.List;
import java.util.Optional;

/**
 * Something to import.
 *
 * @param paths  files, folders that are searched, or URLs
 * @param system id of the system to read them as; empty where they are to be recognised
 * @param told   what the user said about them; its system is not looked at
 */
public record ImportRequest(List<String> paths, Optional<String> system, ImportOptions told) {

    /**
     * Checks the mapped fields.
     *
     * @throws IllegalArgumentException when there is no such field, naming the nearest
     */
    public ImportRequest {
        paths = List.copyOf(paths);
        CsvKind.check(told.map());
    }

    /** Paths to recognise, with nothing said about them. */
    public static ImportRequest of(String... paths) {
        return new ImportRequest(List.of(paths), Optional.empty(), ImportOptions.of(""));
    }
}
