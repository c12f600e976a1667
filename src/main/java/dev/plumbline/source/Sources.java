package dev.plumbline.source;

import dev.plumbline.store.Queries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The systems whose files are read: one for each folder below {@code queries/sources} that has a {@code source.yaml}, and
 * then files of nobody's that look like trades or equity. A new one is such a folder.
 */
public record Sources(List<SourceSystem> all) {

    public Sources {
        all = List.copyOf(all);
    }

    /** The systems of this installation. */
    public static Sources installed() {
        return of(Queries.find());
    }

    /** @throws IllegalArgumentException when a {@code source.yaml} cannot be understood: one line that names it */
    public static Sources of(Queries queries) {
        List<SourceSystem> systems = new ArrayList<>();
        Path folder = queries.folder().resolve("sources");
        try (Stream<Path> folders = Files.isDirectory(folder) ? Files.list(folder) : Stream.<Path>empty()) {
            folders.filter(path -> Files.isRegularFile(path.resolve("source.yaml")))
                    .sorted()
                    .map(SourceYaml::read)
                    .forEach(systems::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // last: it takes the files that no other system claims
        systems.add(new Csv());
        return new Sources(systems);
    }

    public Optional<SourceSystem> find(String name) {
        return all.stream().filter(system -> system.name().equals(name)).findFirst();
    }

    /**
     * The system of this name.
     *
     * @throws IllegalArgumentException when there is none, naming those there are
     */
    public SourceSystem named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no system \"" + name + "\": one of " + names() + " was expected"));
    }

    /** The ids, for messages. */
    public String names() {
        return all.stream().map(SourceSystem::name).collect(Collectors.joining(", "));
    }
}
