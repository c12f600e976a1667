package dev.plumbline.baseline;

import dev.plumbline.metric.Metric;
import dev.plumbline.model.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of baselines, one JSON file each. */
public final class Baselines {

    private static final String ENDING = ".json";

    private final Path folder;
    private final Names names;

    private Baselines(Path folder, Names names) {
        this.folder = folder;
        this.names = names;
    }

    /**
     * The baselines of a folder.
     *
     * @param folder  need not exist before the first save
     * @param metrics those that an entry may name
     */
    public static Baselines in(Path folder, Collection<? extends Metric<?>> metrics) {
        return new Baselines(folder, Names.of(metrics));
    }

    /** Names in alphabetical order. */
    public List<String> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING) && !file.startsWith("."))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The baseline of that name.
     *
     * @throws Unreadable when there is none, or its file cannot be used
     */
    public Baseline read(String name) {
        List<String> all = list();
        if (!all.contains(name)) {
            throw new Unreadable("no baseline \"" + name + "\" in " + folder + ": "
                    + (all.isEmpty()
                            ? "there are none yet; plumb baseline establish makes one"
                            : "there is " + Nearest.to(name, all)));
        }
        Baseline baseline = new BaselineReader(names).read(file(name));
        if (!baseline.name().equals(name)) {
            throw new Unreadable(file(name) + ": found baseline \"" + baseline.name() + "\", expected \"" + name
                    + "\" as the file is named");
        }
        return baseline;
    }

    /** The newest established one of this scope. */
    public Optional<Baseline> newest(Scope scope) {
        return list().stream()
                .map(this::read)
                .filter(baseline -> baseline.scope().equals(scope))
                .max(Comparator.comparing(Baseline::established));
    }

    /** Writes it, in place of one of the same name; a reader sees the old file or the new one, never half of one. */
    public Path save(Baseline baseline) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "." + baseline.name(), ".tmp");
            try {
                Files.writeString(draft, new BaselineWriter().write(baseline));
                return Files.move(
                        draft,
                        file(baseline.name()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes the baseline of that name.
     *
     * @throws Unreadable when there is none
     */
    public void remove(String name) {
        if (!list().contains(name)) {
            throw new Unreadable("no baseline \"" + name + "\" in " + folder + " to remove");
        }
        try {
            Files.delete(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }
}
