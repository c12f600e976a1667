package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a request's paths stand for: files and folders themselves, and URLs, whose content is captured into private files
 * and read like any other. Closing deletes those.
 */
final class Captures implements AutoCloseable {

    private static final Pattern SCHEME = Pattern.compile("(?i)(?:jdbc:)?([a-z][a-z0-9+.-]+):(//.*)?.*");
    /** What may stand without the slashes: a file called so is not likely, and a password must not be shown. */
    private static final List<String> BARE = List.of("sqlite", "postgresql", "postgres");

    private final Sources sources;
    private final Path data;
    private final Path scratch;
    private final Progress progress;
    private final Rejections rejections;
    private final List<Path> folders = new ArrayList<>();

    /** @param scratch where the private files go; it is emptied when the next import begins */
    Captures(Sources sources, Path data, Path scratch, Progress progress, Rejections rejections) {
        this.sources = sources;
        this.data = data;
        this.scratch = scratch;
        this.progress = progress;
        this.rejections = rejections;
    }

    /** The files of a request; what cannot be had is rejected. */
    List<FileWalk.Found> of(ImportRequest request) {
        List<String> plain = new ArrayList<>();
        List<FileWalk.Found> captured = new ArrayList<>();
        for (String path : request.paths()) {
            switch (scheme(path)) {
                case "" -> plain.add(path);
                case "sqlite" -> plain.add(sqliteFile(path));
                case "postgresql", "postgres" ->
                    captured.addAll(PostgresCapture.of(
                            path,
                            systems(request.system()),
                            request.system(),
                            folder(),
                            PostgresLimits.USUAL,
                            progress,
                            rejections));
                case "http", "https" ->
                    request.system()
                            .map(sources::named)
                            .ifPresentOrElse(
                                    system -> captured.addAll(HttpCapture.capture(path, system, data, rejections)),
                                    () -> HttpSuggestion.make(path, sources, rejections));
                default ->
                    rejections.reject(Rejected.file(
                            scheme(path) + "://…",
                            "nothing can be read there: a path, or a URL that begins with http://, postgresql:// or sqlite:, was"
                                    + " expected"));
            }
        }
        List<FileWalk.Found> found = new ArrayList<>(FileWalk.of(plain, rejections));
        found.addAll(captured);
        return found;
    }

    /** Whether a path is a URL, which is kept as it is written. */
    static boolean isUrl(String path) {
        return !scheme(path).isEmpty();
    }

    private static String scheme(String path) {
        Matcher url = SCHEME.matcher(path);
        String scheme = url.matches() ? url.group(1).toLowerCase(Locale.ROOT) : "";
        return !scheme.isEmpty() && (url.group(2) != null || BARE.contains(scheme)) ? scheme : "";
    }

    /** The file of {@code sqlite:file}; three slashes are read as bots' settings mean them, absolute or not. */
    private static String sqliteFile(String url) {
        String file = url.substring(url.indexOf(':') + 1);
        if (!file.startsWith("//")) {
            return file;
        }
        String absolute = file.substring(2);
        return absolute.startsWith("/") && !Files.exists(Path.of(absolute)) ? absolute.substring(1) : absolute;
    }

    private List<SystemFolder> systems(Optional<String> told) {
        return sources.all().stream()
                .filter(SystemFolder.class::isInstance)
                .map(SystemFolder.class::cast)
                .filter(system -> told.isEmpty() || told.get().equals(system.name()))
                .toList();
    }

    /** A folder that only this user can look into. */
    private Path folder() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(scratch), "capture-");
            folders.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder is needed for a capture and cannot be made", e);
        }
    }

    @Override
    public void close() {
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException e) {
                rejections.note("a capture could not be deleted: " + folder);
            }
        }
        folders.clear();
    }
}
