package dev.plumbline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How one generation of the store takes the place of another, and when the parts of old ones go. */
final class Generations {

    /** A reader may hold a generation this long after another took its place. */
    private static final Duration KEPT = Duration.ofDays(1);

    private Generations() {}

    /** Makes a manifest the published one: parts and manifest are on disk before {@code CURRENT} names them. */
    static void publish(Manifest next, List<Path> written) {
        Path folder = next.folder();
        try {
            for (Path part : written) {
                sync(part);
            }
            Path manifest = folder.resolve(next.fileName());
            Files.write(manifest, next.bytes());
            sync(manifest);
            Path draft = folder.resolve("CURRENT.new");
            Files.writeString(draft, next.fileName() + "\n");
            sync(draft);
            move(draft, folder.resolve("CURRENT"));
            syncFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the store in " + folder + " could not be published; what was there stays", e);
        }
    }

    /** Removes manifests whose successor is older than a day, and parts that no manifest names. */
    static void sweep(Manifest current) {
        Path folder = current.folder();
        try {
            Set<Path> named = new HashSet<>();
            List<Path> manifests = list(folder, "manifest-");
            Instant limit = Instant.now().minus(KEPT);
            for (Path file : manifests) {
                Manifest manifest = Manifest.read(folder, file.getFileName().toString());
                Path successor = folder.resolve("manifest-" + (manifest.generation() + 1) + ".json");
                boolean old = Files.exists(successor)
                        && Files.getLastModifiedTime(successor).toInstant().isBefore(limit);
                if (old || manifest.generation() > current.generation()) {
                    Files.delete(file);
                } else {
                    manifest.parts().forEach(part -> named.add(folder.resolve(part.path())));
                }
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                    if (!named.contains(file)) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("old parts of the store in " + folder + " could not be removed", e);
        }
    }

    private static List<Path> list(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("this file system cannot replace a file in one step: " + to, e);
        }
    }

    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
