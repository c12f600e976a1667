package dev.plumbline.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;

/** A named file, or standard input, as a file of plain bytes that can be read more than once. */
final class ColumnInput implements AutoCloseable {

    private static final int BUFFER = 1 << 18;

    private final String shown;
    private final Path path;
    private final boolean copied;
    private final CompletableFuture<String> sha256;

    private ColumnInput(String shown, Path path, boolean copied, CompletableFuture<String> sha256) {
        this.shown = shown;
        this.path = path;
        this.copied = copied;
        this.sha256 = sha256;
    }

    /**
     * @param file   as the user named it; {@code -} for standard input
     * @param hashed whether its hash will be asked for: reading does not wait for it, but a core works on it
     * @throws IllegalArgumentException where it cannot be read
     */
    static ColumnInput open(String file, InputStream standard, boolean hashed) {
        if (file.equals("-")) {
            return copy("standard input", standard);
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException(file + ": is a folder; a file was expected");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(4);
            boolean plain = !isGzip(head) && DecodedLines.charset(head).equals(StandardCharsets.UTF_8);
            if (plain && Files.isRegularFile(path)) {
                return new ColumnInput(
                        file,
                        path,
                        false,
                        hashed
                                ? CompletableFuture.supplyAsync(() -> hash(path))
                                : CompletableFuture.completedFuture(""));
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return copy(file, in);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** What the file system says of a file is put into words where errors are told. */
    private static IllegalArgumentException unreadable(String file, IOException e) {
        return new IllegalArgumentException(
                e instanceof FileSystemException ? file : file + ": cannot be read: " + e.getMessage(), e);
    }

    /** Unpacks and decodes into a file of its own. */
    private static ColumnInput copy(String shown, InputStream raw) {
        try {
            DigestInputStream in = new DigestInputStream(raw, sha256());
            Path path = Files.createTempFile("plumb-metrics-", ".input");
            path.toFile().deleteOnExit();
            byte[] head = in.readNBytes(4);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
            InputStream unpacked = isGzip(head) ? new GZIPInputStream(whole, BUFFER) : whole;
            byte[] first = unpacked.readNBytes(4);
            InputStream all = new SequenceInputStream(new ByteArrayInputStream(first), unpacked);
            Charset charset = DecodedLines.charset(first);
            try (OutputStream out = Files.newOutputStream(path)) {
                if (charset.equals(StandardCharsets.UTF_8)) {
                    all.transferTo(out);
                } else {
                    out.write(new String(all.readAllBytes(), charset).getBytes(StandardCharsets.UTF_8));
                }
            }
            String hash = HexFormat.of().formatHex(in.getMessageDigest().digest());
            return new ColumnInput(shown, path, true, CompletableFuture.completedFuture(hash));
        } catch (IOException e) {
            throw unreadable(shown, e);
        }
    }

    private static boolean isGzip(byte[] head) {
        return head.length >= 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
    }

    private static String hash(Path path) {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String shown() {
        return shown;
    }

    Path path() {
        return path;
    }

    /** Of the bytes as they came, packed ones too. */
    String hash() {
        return sha256.join();
    }

    @Override
    public void close() throws IOException {
        if (copied) {
            Files.deleteIfExists(path);
        }
    }
}
