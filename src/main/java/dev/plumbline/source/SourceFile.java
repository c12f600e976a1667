package dev.plumbline.source;

import java.nio.file.Path;
import java.util.List;

/**
 * A file to read. There may be very many: paths are put together when they are asked for.
 *
 * @param found where it is
 * @param bytes what it is
 */
public record SourceFile(FileWalk.Found found, FileBytes bytes) {

    /** @param shown as the user named it, for messages and the {@code file} column */
    SourceFile(Path path, String shown, long size) {
        this(new FileWalk.Found(path, shown, true), new FileBytes(List.of(), null, size));
    }

    /** Absolute. */
    public Path path() {
        return found.path();
    }

    /** As the user named it, for messages and the {@code file} column. */
    public String shown() {
        return found.shown();
    }

    /** In bytes. */
    public long size() {
        return bytes.size();
    }
}
