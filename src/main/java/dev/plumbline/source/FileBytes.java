package dev.plumbline.source;

import dev.plumbline.store.Sha256;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a file is by its bytes, read once.
 *
 * @param systems whose shape it has
 * @param sha256  of its content; of a database with a write-ahead log beside it, of both; of a snapshot
 *     that says no time, with the time it is filed at; null where nobody wants the file
 * @param size    bytes
 */
record FileBytes(List<SourceSystem> systems, @Nullable Sha256 sha256, long size) {

    private static final int HEAD = 4096;
    /** What Java reads without memory of its own. */
    private static final int SMALL = 8192;
    /** A size of buffer that most files fit into. */
    static final int BUFFER = 1 << 16;

    FileBytes {
        systems = List.copyOf(systems);
    }

    /**
     * @param recognise the systems that a file which begins so may be of
     * @param always    whether to hash the file although no system knows it
     * @param buffer    to read with, of {@link #BUFFER} bytes; may be used again
     */
    static FileBytes of(Path file, Function<FileHead, List<SourceSystem>> recognise, boolean always, byte[] buffer)
            throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new FileInputStream(file.toFile())) {
            int first = first(in, buffer);
            byte[] head = Arrays.copyOf(buffer, Math.min(first, HEAD));
            FileHead beginning = new FileHead(file, head);
            List<SourceSystem> systems = recognise.apply(beginning);
            if (systems.isEmpty() && !always) {
                return new FileBytes(systems, null, 0);
            }
            if (systems.size() == 1) {
                systems.get(0).ahead(beginning);
            }
            digest.update(buffer, 0, first);
            long size = first < buffer.length ? first : first + add(digest, in, buffer);
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            if (SqliteSnapshot.isSqlite(head) && Files.isRegularFile(log)) {
                try (InputStream ahead = Files.newInputStream(log)) {
                    size += add(digest, ahead, buffer);
                }
            }
            if (systems.stream().anyMatch(system -> system.undated(beginning))) {
                digest.update(WrittenTime.of(file).time().toString().getBytes(StandardCharsets.UTF_8));
            }
            return new FileBytes(systems, Sha256.of(digest.digest()), size);
        }
    }

    /** A file's first bytes. */
    static FileHead head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileHead(file, in.readNBytes(HEAD));
        }
    }

    /**
     * Reads a file's beginning, all of most files, and tells how many bytes there are. Small reads go through the stack: of a
     * hundred thousand small files each costs half of what a channel does.
     */
    static int first(InputStream in, byte[] buffer) throws IOException {
        int size = 0;
        while (size < buffer.length) {
            int n = in.read(buffer, size, Math.min(SMALL, buffer.length - size));
            if (n < 0) {
                break;
            }
            size += n;
        }
        return size;
    }

    private static long add(MessageDigest digest, InputStream in, byte[] buffer) throws IOException {
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
            size += n;
        }
        return size;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
