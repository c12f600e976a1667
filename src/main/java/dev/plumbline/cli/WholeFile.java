package dev.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that a reader sees whole or not at all. */
final class WholeFile {

    private WholeFile() {}

    /** Writes beside it, under a name that no collector reads, and renames. The folder is made where there is none. */
    static void write(Path file, String text) {
        Path target = file.toAbsolutePath();
        Path next = target.resolveSibling(
                target.getFileName() + ".next-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(target.getParent());
            try {
                Files.writeString(next, text);
                Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(next, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written", e);
        }
    }
}
