package dev.plumbline.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the bytes of a file say before it is parsed.
 *
 * @param sha256 of its content, in hexadecimal; of a database with a write-ahead log beside it, of both
 * @param size   bytes
 */
record FileBytes(String sha256, long size) {

    private static final int HEAD = 4096;
    private static final int BUFFER = 1 << 16;

    /** The first bytes, by which a file is recognised. */
    static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    static FileBytes of(Path file) throws IOException {
        MessageDigest digest = digest();
        long size = add(digest, file);
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (Files.isRegularFile(log)) {
            size += add(digest, log);
        }
        return new FileBytes(HexFormat.of().formatHex(digest.digest()), size);
    }

    private static long add(MessageDigest digest, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                size += n;
            }
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
