package dev.plumbline.store;

import dev.plumbline.model.EditDistance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of query files: one query, one file, named by what it returns; its first comment says what a row is. */
public record Queries(Path folder) {

    /**
     * The queries of this installation: below {@code plumb.home} (property), {@code PLUMB_HOME} (environment), or the
     * nearest folder above the working directory that has {@code queries/schema}.
     *
     * @throws IllegalStateException when there is none
     */
    public static Queries find() {
        return new Queries(home().resolve("queries"));
    }

    /** The folder that holds {@code queries}, {@code notebooks} and {@code data}. */
    public static Path home() {
        String named = Optional.ofNullable(System.getProperty("plumb.home"))
                .or(() -> Optional.ofNullable(System.getenv("PLUMB_HOME")))
                .orElse("");
        if (!named.isEmpty()) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            if (Files.isDirectory(p.resolve("queries/schema"))) {
                return p;
            }
        }
        throw new IllegalStateException("no folder with queries/schema here or above "
                + Path.of("").toAbsolutePath() + ": run from the checkout, or name it with PLUMB_HOME");
    }

    /**
     * The text of a query, without a closing semicolon.
     *
     * @param name such as {@code samples/trades}
     * @throws IllegalArgumentException when there is no such query, naming the nearest
     */
    public String text(String name) {
        Path file = folder.resolve(name + ".sql").normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no query " + name + " under " + folder + "; nearest: "
                    + String.join(", ", EditDistance.nearest(name, names(""), 5)));
        }
        return read(file).stripTrailing().replaceAll(";$", "");
    }

    /** The sentence that says what a row of the query is. */
    public String header(String name) {
        return text(name)
                .lines()
                .takeWhile(line -> line.startsWith("--"))
                .map(line -> line.substring(2).strip())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    /** Names of the queries below a folder, sorted: {@code names("checks")} gives {@code checks/duplicates} … */
    public List<String> names(String below) {
        Path start = folder.resolve(below);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".sql"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .map(file -> file.substring(0, file.length() - ".sql".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
