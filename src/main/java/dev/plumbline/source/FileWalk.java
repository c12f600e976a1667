package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files below paths that a user named, in the order of their names. Links are followed, each folder is visited
 * once, so loops end; a folder that cannot be read is rejected and the walk goes on. Hidden folders are left out.
 */
final class FileWalk {

    /**
     * A file that was met.
     *
     * @param shown as the user would write it
     * @param named whether the user named the file itself, not a folder above it
     */
    record Found(Path path, String shown, boolean named) {

        /** What it lies in. */
        Path folder() {
            return Optional.ofNullable(path.getParent()).orElse(path);
        }
    }

    private final Rejections rejections;
    private final Set<Path> visited = new HashSet<>();
    private final List<Found> found = new ArrayList<>();

    private FileWalk(Rejections rejections) {
        this.rejections = rejections;
    }

    static List<Found> of(List<String> paths, Rejections rejections) {
        FileWalk walk = new FileWalk(rejections);
        for (String named : new LinkedHashSet<>(paths)) {
            Path path = Path.of(named);
            if (Files.isDirectory(path)) {
                walk.folder(path);
            } else if (Files.isRegularFile(path)) {
                walk.file(path, true);
            } else {
                String what = Files.exists(path) ? "is neither a file nor a folder" : "there is no such file or folder";
                rejections.reject(Rejected.file(named, what));
            }
        }
        return List.copyOf(walk.found);
    }

    private void folder(Path folder) {
        List<Path> entries = new ArrayList<>();
        try {
            if (!visited.add(folder.toRealPath())) {
                return;
            }
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entries::add);
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            rejections.reject(Rejected.file(folder.toString(), "the folder cannot be read; its files are left out"));
            return;
        }
        entries.removeIf(entry -> entry.getFileName().toString().startsWith("."));
        entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
        for (Path entry : entries) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
                if (attributes.isDirectory()) {
                    folder(entry);
                } else if (attributes.isRegularFile()) {
                    file(entry, false);
                }
            } catch (IOException e) {
                // a link to nothing, or a file that went away since the folder was listed: not there to be read
            }
        }
    }

    private void file(Path file, boolean named) {
        found.add(new Found(file.toAbsolutePath().normalize(), file.toString(), named));
    }
}
