package dev.plumbline.notebook;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The sources that the shell's Tab reads documentation from: those of the installation, then the JDK's own.
 *
 * <p>They are looked for when a word is first asked for: a shell must start at once, and opening the JDK's takes time.
 */
final class ShellSources extends AbstractList<Path> {

    private final Supplier<List<Path>> search;
    private List<Path> found = List.of();
    private boolean searched;

    private ShellSources(Supplier<List<Path>> search) {
        this.search = search;
    }

    /** @param home the installation; one without sources documents the JDK's calls only */
    static ShellSources of(Path home, Path javaHome) {
        return new ShellSources(() -> {
            List<Path> roots = new ArrayList<>();
            Path ours = home.resolve("src/main/java");
            if (Files.isDirectory(ours)) {
                roots.add(ours);
            }
            roots.addAll(modules(javaHome.resolve("lib/src.zip")));
            return roots;
        });
    }

    /**
     * Gives them to every JShell of this JVM. JShell knows only the JDK's sources and has no call for others; this is the
     * field its own tests use, opened to us by the jar's manifest. Where it is shut, Tab tells signatures only.
     */
    void install() {
        try {
            Field sources =
                    Class.forName("jdk.jshell.SourceCodeAnalysisImpl").getDeclaredField("availableSourcesOverride");
            sources.setAccessible(true);
            sources.set(null, this);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // signatures only
        }
    }

    @Override
    public Path get(int index) {
        return roots().get(index);
    }

    @Override
    public int size() {
        return roots().size();
    }

    private synchronized List<Path> roots() {
        if (!searched) {
            found = search.get();
            searched = true;
        }
        return found;
    }

    /** A folder a module; the archive stays open, since it is read from until the shell is left. */
    private static List<Path> modules(Path archive) {
        if (!Files.isReadable(archive)) {
            return List.of();
        }
        List<Path> modules = new ArrayList<>();
        try {
            FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of());
            try (DirectoryStream<Path> folders =
                    Files.newDirectoryStream(inside.getPath("/"), path -> Files.isDirectory(path))) {
                folders.forEach(modules::add);
            }
        } catch (IOException | RuntimeException e) {
            // as where there is none
            return List.of();
        }
        return modules;
    }
}
