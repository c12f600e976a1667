package dev.plumbline.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * The lines that begin in a stretch of a CSV file. A line is odd unless all readers of CSV must see the same fields in
 * it, as many as the header has: a mark inside a field, an open mark, a blank line, another line end, bytes that are no
 * UTF-8 or stand for other blanks than spaces and tabs make one odd.
 */
final class CsvStretch {

    /** Lines of half of it are too long. */
    private static final int BUFFER = 1 << 20;

    private static final byte DELIMITER = 1;
    private static final byte MARK = 2;
    private static final byte RETURN = 3;
    private static final byte NEWLINE = 4;
    private static final byte HIGH = 5;
    private static final byte CONTROL = 6;
    private static final byte VISIBLE = 7;

    private final FileChannel channel;
    private final long from;
    private final long to;
    private final byte delimiter;
    private final int width;
    private final boolean pair;
    private final byte[] kinds = new byte[256];
    private final Longs marks = new Longs();
    private final Longs odd = new Longs();
    private final Longs begins = new Longs();
    private final Longs ends = new Longs();
    private long lines;
    private long western;
    private boolean tooLong;

    CsvStretch(FileChannel channel, long from, long to, char delimiter, int width, CsvLines.LineEnd end) {
        this.channel = channel;
        this.from = from;
        this.to = to;
        this.delimiter = (byte) delimiter;
        this.width = width;
        this.pair = end.pair();
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = i >= 0x7f ? HIGH : i < ' ' ? CONTROL : VISIBLE;
        }
        kinds[' '] = 0;
        kinds['\t'] = 0;
        kinds['\r'] = RETURN;
        kinds['\n'] = NEWLINE;
        kinds['"'] = MARK;
        kinds[delimiter] = DELIMITER;
    }

    long lines() {
        return lines;
    }

    /** How many of them are not UTF-8. */
    long western() {
        return western;
    }

    boolean tooLong() {
        return tooLong;
    }

    /** Where each {@link CsvLines#STEP}th line begins. */
    Longs marks() {
        return marks;
    }

    /** The odd lines, from 1. */
    Longs odd() {
        return odd;
    }

    /** Where the odd lines begin. */
    Longs begins() {
        return begins;
    }

    /** Where the odd lines have ended. */
    Longs ends() {
        return ends;
    }

    CsvStretch read() throws IOException {
        byte[] buffer = new byte[BUFFER];
        long at = begin();
        while (at < to && !tooLong) {
            int n = fill(buffer, at);
            boolean last = at + n >= channel.size();
            int used = look(buffer, n, at, last);
            if (used == 0) {
                tooLong = n > 0;
                break;
            }
            at += used;
        }
        return this;
    }

    /** Where the first line begins that begins here. */
    private long begin() throws IOException {
        if (from == 0) {
            return 0;
        }
        byte[] one = new byte[BUFFER];
        long at = from - 1;
        int n = fill(one, at);
        for (int i = 0; i < n; i++) {
            if (one[i] == '\n' || (one[i] == '\r' && (i + 1 == n || one[i + 1] != '\n'))) {
                return at + i + 1;
            }
        }
        // where a line goes on for so long the stretch before this one says that it is too long
        return to;
    }

    private int fill(byte[] buffer, long at) throws IOException {
        int filled = 0;
        while (filled < buffer.length) {
            int n = channel.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled), at + filled);
            if (n < 0) {
                break;
            }
            filled += n;
        }
        return filled;
    }

    /** Looks at the whole lines of a buffer that begin here; how many bytes they have. */
    private int look(byte[] buffer, int n, long offset, boolean last) {
        int begin = 0;
        while (begin < n && offset + begin < to) {
            int delimiters = 0;
            int seen = 0;
            int i = begin;
            byte kind = 0;
            for (; i < n; i++) {
                kind = kinds[buffer[i] & 0xff];
                if (kind == DELIMITER) {
                    delimiters++;
                } else if (kind == NEWLINE || kind == RETURN) {
                    break;
                } else {
                    seen |= 1 << kind;
                }
            }
            // what follows a return may not have been read yet
            if (!last && (i == n || (kind == RETURN && i + 1 == n))) {
                return begin;
            }
            int next = Math.min(n, i + 1);
            boolean returns = i < n && kind == RETURN;
            if (returns && next < n && buffer[next] == '\n') {
                next++;
            }
            boolean usual = i == n || (pair ? returns && next == i + 2 : !returns);
            add(
                    offset + begin,
                    offset + next,
                    usual && fits(buffer, begin, i, delimiters, seen),
                    seen,
                    buffer,
                    begin,
                    i);
            begin = next;
        }
        return begin;
    }

    private void add(long begin, long end, boolean fits, int seen, byte[] buffer, int from, int to) {
        if (lines % CsvLines.STEP == 0) {
            marks.add(begin);
        }
        lines++;
        boolean plain = true;
        if ((seen & 1 << HIGH) != 0) {
            String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
            boolean wrong = DecodedLines.isWestern(text, buffer, from, to - from);
            western += wrong ? 1 : 0;
            plain = !wrong && text.chars().noneMatch(c -> c >= 0x7f && Character.isWhitespace(c));
        }
        if (!fits || !plain) {
            odd.add(lines);
            begins.add(begin);
            ends.add(end);
        }
    }

    private boolean fits(byte[] buffer, int begin, int end, int delimiters, int seen) {
        if ((seen & 1 << CONTROL) != 0 || (seen & (1 << VISIBLE | 1 << HIGH | 1 << MARK)) == 0) {
            return false;
        }
        return (seen & 1 << MARK) == 0 ? delimiters == width - 1 : marked(buffer, begin, end) == width;
    }

    /** How many fields a line has of which some stand in marks; -1 where a mark stands elsewhere. */
    private int marked(byte[] text, int begin, int end) {
        int fields = 1;
        int i = begin;
        while (i < end) {
            if (text[i] == '"') {
                i = closed(text, i + 1, end);
                if (i < 0) {
                    return -1;
                }
            } else {
                while (i < end && text[i] != delimiter) {
                    if (text[i] == '"') {
                        return -1;
                    }
                    i++;
                }
            }
            if (i < end) {
                fields++;
                i++;
            }
        }
        return fields;
    }

    /** Where a field in marks has ended, with a delimiter or the line; -1 where it goes on otherwise. */
    private int closed(byte[] text, int begin, int end) {
        int i = begin;
        while (i < end) {
            if (text[i] != '"') {
                i++;
            } else if (i + 1 < end && text[i + 1] == '"') {
                i += 2;
            } else {
                return i + 1 == end || text[i + 1] == delimiter ? i + 1 : -1;
            }
        }
        return -1;
    }
}
