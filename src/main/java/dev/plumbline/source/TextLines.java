package dev.plumbline.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a text file, one after the other, in memory that does not grow with the file: UTF-8 with or without BOM,
 * ended by LF or CRLF. Bytes that are no UTF-8 become replacement characters.
 */
final class TextLines implements AutoCloseable {

    /** Longer lines are cut here. */
    static final int LONGEST = 1 << 26;

    private static final int BUFFER = 1 << 16;

    /**
     * A line.
     *
     * @param text     without its line end
     * @param number   from 1
     * @param complete whether a line end follows; only a last line may lack it
     * @param cut      whether it was longer than 64 MB, and its rest left out
     */
    record Line(String text, long number, boolean complete, boolean cut) {}

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private byte[] line = new byte[1024];
    private int length;
    private long whole;
    private boolean complete;
    private long number;

    private TextLines(InputStream in) {
        this.in = in;
    }

    static TextLines open(Path file) throws IOException {
        return new TextLines(Files.newInputStream(file));
    }

    Optional<Line> next() throws IOException {
        return advance() ? Optional.of(new Line(text(), number, complete, whole > length)) : Optional.empty();
    }

    /** Goes to the next line, whose bytes can be looked at until the one after it is asked for; whether there is one. */
    boolean advance() throws IOException {
        length = 0;
        whole = 0;
        complete = false;
        boolean any = false;
        while (!complete) {
            if (at == end && !fill()) {
                number += any ? 1 : 0;
                return any;
            }
            any = true;
            int stop = ByteSearch.find(buffer, at, end, '\n');
            int taken = (int) Math.min(stop - at, (long) LONGEST - length);
            if (length + taken > line.length) {
                line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(length + taken, line.length * 2)));
            }
            System.arraycopy(buffer, at, line, length, taken);
            length += taken;
            whole += stop - at;
            complete = stop < end;
            at = complete ? stop + 1 : stop;
        }
        number++;
        return true;
    }

    /** What the line's bytes are in, from {@link #from} to {@link #to}. */
    byte[] bytes() {
        return line;
    }

    int from() {
        return number == 1 && length >= 3 && (line[0] & 0xff) == 0xef && (line[1] & 0xff) == 0xbb ? 3 : 0;
    }

    int to() {
        return complete && length > from() && line[length - 1] == '\r' ? length - 1 : length;
    }

    /** The line's text. */
    String text() {
        return new String(line, from(), to() - from(), StandardCharsets.UTF_8);
    }

    /** Its number, from 1. */
    long number() {
        return number;
    }

    /** Whether a line end follows it. */
    boolean complete() {
        return complete;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
