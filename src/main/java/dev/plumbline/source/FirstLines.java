package dev.plumbline.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The first lines of a file as a file of its own, where a look at them says what the rest is like: logs, CSV, JSON lines.
 *
 * @param path  of the lines; of the file itself where that is short, or is no file of lines
 * @param lines how many there are; 0 where the file is no file of lines
 * @param bytes how long they are
 * @param size  of the file; -1 where it is not known, since no more of the file was unpacked than is looked at
 */
record FirstLines(Path path, long lines, long bytes, long size) {

    /** The most lines that are looked at. */
    static final int LINES = 10_000;
    /** The most bytes, of all files together. */
    static final int BYTES = 4 << 20;

    private static final int LEAST = 1 << 16;
    private static final int HEAD = 4096;

    /** Whether there is more in the file. */
    boolean cut() {
        return lines > 0 && bytes != size;
    }

    /**
     * @param folder that may be written to, and that holds what was unpacked
     * @param files  how many are looked at together
     */
    static FirstLines of(Path file, Path folder, int files) throws IOException {
        long size = Files.size(file);
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes((int) Math.min(size, Math.max(LEAST, BYTES / files)));
        }
        if (!ofLines(first, first.length)) {
            return new FirstLines(file, 0, size, size);
        }
        int lines = 0;
        int end = 0;
        int at = ByteSearch.find(first, 0, first.length, '\n');
        while (lines < LINES && at < first.length) {
            lines++;
            end = at + 1;
            at = ByteSearch.find(first, end, first.length, '\n');
        }
        if (first.length == size && (lines < LINES || end == size)) {
            return new FirstLines(file, lines + (end < size ? 1 : 0), size, size);
        }
        if (lines == 0) {
            return new FirstLines(file, 0, size, size);
        }
        String name =
                Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("first");
        Path own = Files.createTempDirectory(Files.createDirectories(folder), "first-")
                .resolve(name);
        try (var out = Files.newOutputStream(own)) {
            out.write(first, 0, end);
        }
        Files.setLastModifiedTime(own, Files.getLastModifiedTime(file));
        boolean known = size <= BYTES || !file.startsWith(folder);
        return new FirstLines(own, lines, end, known ? size : -1);
    }

    /** Whether a file that begins so is one of lines: no database, no Parquet, and no JSON that goes on over lines. */
    static boolean ofLines(byte[] bytes, int length) {
        int head = Math.min(length, HEAD);
        if (head == 0 || ByteSearch.find(bytes, 0, head, '\0') < head || startsWith(bytes, head, "PAR1")) {
            return false;
        }
        String line = new String(bytes, 0, ByteSearch.find(bytes, 0, length, '\n'), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        return line.startsWith("{")
                ? line.endsWith("}")
                : !line.equals("[") && !line.startsWith("[{") && !line.isEmpty();
    }

    private static boolean startsWith(byte[] bytes, int length, String what) {
        return length >= what.length() && new String(bytes, 0, what.length(), StandardCharsets.ISO_8859_1).equals(what);
    }
}
