package dev.plumbline.source;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file in whatever encoding each has: UTF-16 where the first bytes say so, else UTF-8, and a line
 * that is not UTF-8 as Windows-1252. A byte order mark is left out.
 */
final class DecodedLines implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final char REPLACEMENT = '\uFFFD';
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final InputStream in;
    private final @Nullable BufferedReader wide;
    private final Charset charset;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private boolean first = true;
    private boolean ended;
    private boolean afterReturn;
    private long western;

    private DecodedLines(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
        this.wide =
                charset.equals(StandardCharsets.UTF_8) ? null : new BufferedReader(new InputStreamReader(in, charset));
    }

    static DecodedLines open(Path file) throws IOException {
        byte[] head;
        try (InputStream peek = Files.newInputStream(file)) {
            head = peek.readNBytes(4);
        }
        return new DecodedLines(new BufferedInputStream(Files.newInputStream(file), BUFFER), charset(head));
    }

    /** The lines of a file of UTF-8 from where one of them begins, but not the first. */
    static DecodedLines from(Path file, long offset) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(offset);
        DecodedLines lines = new DecodedLines(in, StandardCharsets.UTF_8);
        lines.first = offset == 0;
        return lines;
    }

    /** UTF-16 where a byte order mark or the zero byte of a first Latin letter says so, else UTF-8. */
    static Charset charset(byte[] head) {
        if (head.length >= 2) {
            int one = head[0] & 0xff;
            int two = head[1] & 0xff;
            if ((one == 0xff && two == 0xfe) || (one != 0 && two == 0)) {
                return StandardCharsets.UTF_16LE;
            }
            if ((one == 0xfe && two == 0xff) || (one == 0 && two != 0)) {
                return StandardCharsets.UTF_16BE;
            }
        }
        return StandardCharsets.UTF_8;
    }

    /** The first line of a file that begins with these bytes. */
    static String first(byte[] head) {
        return withoutMark(decode(head, 0, head.length, charset(head)))
                .lines()
                .findFirst()
                .orElse("");
    }

    /** The next line without its end; null when there is none. */
    @Nullable
    String next() throws IOException {
        String line = wide == null ? line() : wide.readLine();
        if (line == null) {
            return null;
        }
        if (first) {
            first = false;
            return withoutMark(line);
        }
        return line;
    }

    /** Passes over a line of UTF-8, which nobody has to decode. */
    void skip() throws IOException {
        first = false;
        while (fill()) {
            if (afterReturn && buffer[at] == '\n') {
                at++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            if (at < end) {
                afterReturn = buffer[at] == '\r';
                at++;
                return;
            }
        }
    }

    /** What a reader of the figures should know of the encoding; empty for plain UTF-8. */
    String encoding() {
        return charset.equals(StandardCharsets.UTF_8) ? encoding(western) : "the file is " + charset.name();
    }

    /** The same of a file of UTF-8 of which so many lines are not. */
    static String encoding(long western) {
        return western == 0 ? "" : western + " lines are not UTF-8: read as Windows-1252";
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream longer = null;
        while (fill()) {
            if (afterReturn && buffer[at] == '\n') {
                at++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            if (at == end) {
                longer = longer == null ? new ByteArrayOutputStream() : longer;
                longer.write(buffer, from, at - from);
                continue;
            }
            afterReturn = buffer[at] == '\r';
            at++;
            if (longer == null) {
                return decoded(buffer, from, at - 1 - from);
            }
            longer.write(buffer, from, at - 1 - from);
            return decoded(longer.toByteArray(), 0, longer.size());
        }
        return longer == null ? null : decoded(longer.toByteArray(), 0, longer.size());
    }

    private boolean fill() throws IOException {
        if (at == end && !ended) {
            at = 0;
            end = Math.max(0, in.read(buffer, 0, BUFFER));
            ended = end == 0;
        }
        return !ended;
    }

    private String decoded(byte[] bytes, int from, int length) {
        String text = decode(bytes, from, length, charset);
        if (!isWestern(text, bytes, from, length)) {
            return text;
        }
        western++;
        return new String(bytes, from, length, WESTERN);
    }

    /** Whether bytes are not the UTF-8 that they were read as. */
    static boolean isWestern(String text, byte[] bytes, int from, int length) {
        // the replacement character may stand in the file itself
        return text.indexOf(REPLACEMENT) >= 0
                && !Arrays.equals(
                        text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, from, from + length));
    }

    private static String decode(byte[] bytes, int from, int length, Charset charset) {
        return new String(bytes, from, length, charset);
    }

    private static String withoutMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
