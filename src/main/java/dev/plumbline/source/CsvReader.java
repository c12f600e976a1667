package dev.plumbline.source;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file, one after the other: comma, semicolon, tab or bar, whichever the first line has most of; fields
 * in quotation marks may hold the delimiter, doubled quotation marks and line ends; {@link DecodedLines} decodes. A record
 * without its closing quotation mark costs one line, not the rest of the file; one of several lines has as many fields
 * as the first.
 */
final class CsvReader implements AutoCloseable {

    private static final int LONGEST = 50;
    private static final int CR = '\r';

    private final DecodedLines in;
    private final boolean endsWithNewline;
    private final Deque<String> waiting = new ArrayDeque<>();
    private long line;
    private char delimiter = ',';
    private int width;

    /**
     * A record.
     *
     * @param line     of its beginning, from 1
     * @param fields   none where a quotation mark is not closed
     * @param complete false for a last line without a line end, which may still be growing
     */
    record Row(long line, List<String> fields, boolean complete) {}

    private CsvReader(DecodedLines in, boolean endsWithNewline) {
        this.in = in;
        this.endsWithNewline = endsWithNewline;
    }

    static CsvReader open(Path file) throws IOException {
        CsvReader reader = new CsvReader(DecodedLines.open(file), endsWithNewline(file));
        reader.fill(1);
        String first = reader.waiting.peekFirst();
        if (first != null) {
            reader.delimiter = delimiter(first);
        }
        return reader;
    }

    /**
     * The records of a file of UTF-8 from one in its middle on.
     *
     * @param line   its number
     * @param offset where it begins
     * @param width  how many fields the header has
     */
    static CsvReader from(Path file, long line, long offset, char delimiter, int width) throws IOException {
        CsvReader reader = new CsvReader(DecodedLines.from(file, offset), endsWithNewline(file));
        reader.line = line - 1;
        reader.delimiter = delimiter;
        reader.width = width;
        return reader;
    }

    /** The line that was read last, from 1. */
    long line() {
        return line;
    }

    /** Passes over lines, so that the next one is this, unless it was read already. */
    void skipTo(long next) throws IOException {
        for (; line + 1 < next; line++) {
            if (waiting.isEmpty()) {
                in.skip();
            } else {
                waiting.removeFirst();
            }
        }
    }

    /** The fields of one line of text, as the header of a file is read. */
    static List<String> fields(String text) {
        List<String> fields = split(text, delimiter(text));
        return fields == null ? List.of() : fields;
    }

    /** The next record that is not blank. */
    Optional<Row> next() throws IOException {
        while (fill(1)) {
            long start = ++line;
            String text = waiting.removeFirst();
            if (text.isBlank()) {
                continue;
            }
            int more = 0;
            List<String> fields = split(text, delimiter);
            StringBuilder longer = new StringBuilder(text);
            while (fields == null && more < LONGEST && fill(more + 1)) {
                longer.append('\n')
                        .append(waiting.stream().skip(more).findFirst().orElseThrow());
                more++;
                fields = split(longer.toString(), delimiter);
                // the mark that closes may be the next record's own
                fields = fields != null && fields.size() != width ? null : fields;
            }
            width = width == 0 && fields != null ? fields.size() : width;
            if (fields != null) {
                for (int i = 0; i < more; i++) {
                    waiting.removeFirst();
                    line++;
                }
            }
            boolean last = !fill(1);
            return Optional.of(new Row(start, fields == null ? List.of() : fields, endsWithNewline || !last));
        }
        return Optional.empty();
    }

    /** Has at least {@code n} lines waiting; false when the file has no more. */
    private boolean fill(int n) throws IOException {
        while (waiting.size() < n) {
            String next = in.next();
            if (next == null) {
                return false;
            }
            waiting.addLast(next);
        }
        return true;
    }

    /** The fields of a record, or null where a quotation mark is not closed. */
    private static @Nullable List<String> split(String text, char delimiter) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            if (at < text.length() && text.charAt(at) == '"') {
                StringBuilder field = new StringBuilder();
                int end = quoted(text, at, field);
                int stop = end < 0 ? end : stop(text, end, delimiter);
                if (end < 0 || !text.substring(end, stop).isBlank()) {
                    return null;
                }
                fields.add(field.toString());
                at = stop;
            } else {
                int stop = stop(text, at, delimiter);
                fields.add(text.substring(at, stop).strip());
                at = stop;
            }
            if (at >= text.length()) {
                return fields;
            }
            at++;
        }
    }

    private static int stop(String text, int from, char delimiter) {
        int found = text.indexOf(delimiter, from);
        return found < 0 ? text.length() : found;
    }

    /** Takes a quoted field into {@code field}; where it ends, or -1 where it does not. */
    private static int quoted(String text, int from, StringBuilder field) {
        int at = from + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '"') {
                field.append(c);
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                field.append('"');
                at += 2;
            } else {
                return at + 1;
            }
        }
        return -1;
    }

    static char delimiter(String line) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            long n = line.chars().filter(c -> c == candidate).count();
            if (n > most) {
                best = candidate;
                most = n;
            }
        }
        return best;
    }

    char delimiter() {
        return delimiter;
    }

    String encoding() {
        return in.encoding();
    }

    /** Whether a file's last line is whole. */
    static boolean endsWithNewline(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() == 0) {
                return true;
            }
            // the last character of UTF-16 has two bytes, one of them zero
            for (long back = 1; back <= Math.min(2, bytes.length()); back++) {
                bytes.seek(bytes.length() - back);
                int last = bytes.read();
                if (last != 0) {
                    return last == '\n' || last == CR;
                }
            }
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
