package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.io.File;
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
     * A file that was met. Of a hundred thousand files of a folder each keeps its name alone.
     *
     * @param place the folder that the file was met in, or the file itself
     * @param name  in that folder; empty where the place is the file
     */
    record Found(Place place, String name) {

        /**
         * @param shown as the user would write it
         * @param named whether the user named the file itself, not a folder above it
         */
        Found(Path path, String shown, boolean named) {
            this(new Place(path, shown, named), "");
        }

        Path path() {
            return name.isEmpty() ? place.path() : place.path().resolve(name);
        }

        /** As the user would write it. */
        String shown() {
            return place.shown() + name;
        }

        /** Whether the user named the file itself, not a folder above it. */
        boolean named() {
            return place.named();
        }

        /** What it lies in. */
        Path folder() {
            return name.isEmpty()
                    ? Optional.ofNullable(place.path().getParent()).orElse(place.path())
                    : place.path();
        }
    }

    /**
     * What files have in common.
     *
     * @param shown what the user would write before their names
     */
    record Place(Path path, String shown, boolean named) {}

    /** An entry of a folder, as a path only where its name does not say it. */
    private record Entry(String name, Optional<Path> path) {

        static Entry of(Path path) {
            String name = path.getFileName().toString();
            // another name may not be made a path again, such as any in a machine's plainest locale, which cron has
            boolean plain = name.chars().allMatch(c -> c < 128);
            return new Entry(name, plain ? Optional.empty() : Optional.of(path));
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
        return walk.found;
    }

    private void folder(Path folder) {
        List<Entry> entries = new ArrayList<>();
        try {
            if (!visited.add(folder.toRealPath())) {
                return;
            }
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entry -> entries.add(Entry.of(entry)));
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            rejections.reject(Rejected.file(folder.toString(), "the folder cannot be read; its files are left out"));
            return;
        }
        entries.removeIf(entry -> entry.name().startsWith("."));
        entries.sort(Comparator.comparing(Entry::name));
        String shown = folder.toString();
        Place place = new Place(
                folder.toAbsolutePath().normalize(),
                shown.isEmpty() || shown.endsWith(File.separator) ? shown : shown + File.separator,
                false);
        for (Entry entry : entries) {
            Path path = entry.path().orElseGet(() -> folder.resolve(entry.name()));
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                if (attributes.isDirectory()) {
                    folder(path);
                } else if (attributes.isRegularFile() && entry.path().isPresent()) {
                    file(path, false);
                } else if (attributes.isRegularFile()) {
                    found.add(new Found(place, entry.name()));
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
