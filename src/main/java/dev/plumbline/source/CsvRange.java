package dev.plumbline.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The lines that begin in a stretch of a CSV file, read as bytes. Quotation marks may enclose a field, but no line end:
 * a file that has such is left to {@link CsvReader}.
 */
final class CsvRange {

    private static final int BUFFER = 1 << 18;

    private final FileChannel channel;
    private final long from;
    private final long to;
    private final byte delimiter;
    private final int width;
    private final int[] slots;
    private final int[] starts;
    private final int[] ends;
    private final ColumnBlock block;
    private byte[] buffer = new byte[BUFFER];
    private byte[] quoted = new byte[0];
    private int quotedEnd;
    private boolean header;
    private boolean doubtful;
    private boolean incomplete;
    private long line;

    /**
     * @param width  how many fields a line has
     * @param fields that are wanted
     */
    CsvRange(
            FileChannel channel, long from, long to, char delimiter, int width, List<Field> fields, ColumnBlock block) {
        this.channel = channel;
        this.from = from;
        this.to = to;
        this.delimiter = (byte) delimiter;
        this.width = width;
        this.block = block;
        this.header = from == 0;
        this.slots = new int[width];
        Arrays.fill(slots, -1);
        for (int i = 0; i < fields.size(); i++) {
            slots[fields.get(i).place()] = i;
        }
        this.starts = new int[fields.size()];
        this.ends = new int[fields.size()];
    }

    /** Whether something in it can only be read by the exact reader. */
    boolean doubtful() {
        return doubtful;
    }

    /** Whether the file ends within a line that has too few fields. */
    boolean incomplete() {
        return incomplete;
    }

    /** How many line ends were passed. */
    long lines() {
        return line;
    }

    ColumnBlock block() {
        return block;
    }

    CsvRange read() throws IOException {
        long size = channel.size();
        // a line belongs to the stretch that its first byte lies in
        long place = from == 0 ? 0 : from - 1;
        boolean inside = from == 0;
        int kept = 0;
        while (!doubtful) {
            if (kept == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            int n = channel.read(ByteBuffer.wrap(buffer, kept, buffer.length - kept), place + kept);
            int end = kept + Math.max(0, n);
            boolean last = place + end >= size;
            int at = place == 0 && kept == 0 ? mark(end) : 0;
            if (!inside) {
                int first = newline(0, end);
                if (first < 0 && !last) {
                    place += end;
                    continue;
                }
                at = first < 0 ? end : first + 1;
                inside = true;
            }
            int next = at;
            while (place + next < to) {
                int stop = newline(next, end);
                if (stop < 0 && !last) {
                    break;
                }
                if (stop < 0 && next == end) {
                    return this;
                }
                record(next, stop < 0 ? end : stop, stop >= 0);
                next = stop < 0 ? end : stop + 1;
                if (doubtful) {
                    return this;
                }
            }
            if (place + next >= to || (last && next >= end)) {
                return this;
            }
            kept = end - next;
            System.arraycopy(buffer, next, buffer, 0, kept);
            place += next;
        }
        return this;
    }

    /** The length of a byte order mark. */
    private int mark(int end) {
        return end >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF ? 3 : 0;
    }

    private int newline(int at, int end) {
        for (int i = at; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void record(int start, int stop, boolean complete) {
        line++;
        int end = stop > start && buffer[stop - 1] == '\r' ? stop - 1 : stop;
        if (blank(start, end)) {
            return;
        }
        if (header) {
            header = false;
            return;
        }
        quotedEnd = 0;
        int field = 0;
        int at = start;
        while (true) {
            int slot = field < width ? slots[field] : -1;
            if (at < end && buffer[at] == '"') {
                at = quoted(at, end, slot);
                if (at < 0) {
                    doubtful = true;
                    return;
                }
            } else {
                int first = at;
                while (at < end && buffer[at] != delimiter) {
                    doubtful |= buffer[at] == '\r';
                    at++;
                }
                if (slot >= 0) {
                    starts[slot] = first;
                    ends[slot] = at;
                }
            }
            field++;
            if (at >= end) {
                break;
            }
            at++;
        }
        if (field == width || (field > width && restIsBlank(start, end))) {
            take();
        } else if (complete) {
            block.unfit(
                    line,
                    string(buffer, start, end),
                    field + (field == 1 ? " field, " : " fields, ") + width
                            + " were expected as in the header; the line is left out");
        } else {
            incomplete = true;
        }
    }

    private void take() {
        // a field with doubled marks was copied behind the buffer's end, so to say
        byte[] text = buffer;
        if (quotedEnd > 0) {
            text = Arrays.copyOf(buffer, buffer.length + quotedEnd);
            System.arraycopy(quoted, 0, text, buffer.length, quotedEnd);
        }
        block.add(line, text, starts, ends);
    }

    /** Past the field that begins with a mark, or -1 where it does not end in its line. */
    private int quoted(int from, int end, int slot) {
        boolean doubled = false;
        int at = from + 1;
        while (at < end) {
            if (buffer[at] != '"') {
                at++;
            } else if (at + 1 < end && buffer[at + 1] == '"') {
                doubled = true;
                at += 2;
            } else {
                break;
            }
        }
        if (at >= end) {
            return -1;
        }
        if (slot >= 0 && !doubled) {
            starts[slot] = from + 1;
            ends[slot] = at;
        } else if (slot >= 0) {
            byte[] plain = string(buffer, from + 1, at).replace("\"\"", "\"").getBytes(StandardCharsets.UTF_8);
            quoted = Arrays.copyOf(quoted, Math.max(quoted.length, quotedEnd + plain.length));
            System.arraycopy(plain, 0, quoted, quotedEnd, plain.length);
            starts[slot] = buffer.length + quotedEnd;
            quotedEnd += plain.length;
            ends[slot] = buffer.length + quotedEnd;
        }
        at++;
        while (at < end && buffer[at] != delimiter) {
            if (buffer[at] != ' ' && buffer[at] != '\t') {
                return -1;
            }
            at++;
        }
        return at;
    }

    private boolean blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Whether all fields behind the last of the header are empty. */
    private boolean restIsBlank(int from, int to) {
        List<String> fields = List.of(string(buffer, from, to).split(String.valueOf((char) delimiter), -1));
        return fields.size() > width
                && fields.subList(width, fields.size()).stream().allMatch(String::isBlank);
    }

    static String string(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8).strip();
    }
}
