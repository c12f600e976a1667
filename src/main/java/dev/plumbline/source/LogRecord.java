package dev.plumbline.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A record of a log while its lines are read: the bytes of the line that begins it, where its parts stand in them, and the
 * lines that continue it. The same one serves for all records of a file.
 */
final class LogRecord {

    /** Characters of one text that are kept: a log line of 50 MB is not a message that anybody reads. */
    private static final int KEPT = 1 << 16;

    private byte[] first = new byte[1024];
    private int length;
    private int form;
    private int[] places = new int[16];
    private long line;
    private long lines;
    private boolean continued;
    private final StringBuilder continuation = new StringBuilder();

    /**
     * Begins with a line that fits.
     *
     * @param which  of the forms it fits
     * @param fitted that form, which knows where the line's parts stand
     * @param number of the line in the file, from 1
     */
    void begin(int which, LineForm fitted, byte[] bytes, int from, int to, long number) {
        length = to - from;
        if (first.length < length) {
            first = new byte[Math.max(length, 2 * first.length)];
        }
        System.arraycopy(bytes, from, first, 0, length);
        form = which;
        int groups = fitted.names().size();
        if (places.length < 2 * groups) {
            places = new int[2 * groups];
        }
        for (int i = 0; i < groups; i++) {
            boolean there = fitted.from(i) >= 0;
            places[2 * i] = there ? fitted.from(i) - from : -1;
            places[2 * i + 1] = there ? fitted.to(i) - from : -1;
        }
        line = number;
        lines = 1;
        continued = false;
        continuation.setLength(0);
    }

    /** Adds a line that belongs to this record. */
    void more(String text) {
        lines++;
        if (continuation.length() <= KEPT) {
            continuation.append(continuation.isEmpty() ? "" : "\n").append(shortened(text));
        }
        continued = true;
    }

    int form() {
        return form;
    }

    long line() {
        return line;
    }

    /** How many lines the record has. */
    long lines() {
        return lines;
    }

    /** The bytes of the first line, of which {@link #length} count. */
    byte[] first() {
        return first;
    }

    int length() {
        return length;
    }

    /** Where a part of the first line begins in its bytes; -1 where it took no part. */
    int from(int group) {
        return places[2 * group];
    }

    int to(int group) {
        return places[2 * group + 1];
    }

    /** A part of the first line. */
    String text(int group) {
        return new String(first, from(group), to(group) - from(group), StandardCharsets.UTF_8);
    }

    /** Adds a part of the first line to a column. */
    void put(int group, LogColumn column) {
        int from = from(group);
        if (from < 0) {
            column.addNull();
        } else if (to(group) - from <= KEPT) {
            column.add(first, from, to(group));
        } else {
            put(text(group), column);
        }
    }

    /** Adds the lines after the first to a column. */
    void putContinuation(LogColumn column) {
        put(continued ? continuation.toString() : null, column);
    }

    private static void put(@Nullable String text, LogColumn column) {
        if (text == null) {
            column.addNull();
        } else {
            byte[] bytes = shortened(text).getBytes(StandardCharsets.UTF_8);
            column.add(bytes, 0, bytes.length);
        }
    }

    /** Lets go of what a very long line needed. */
    void shrink() {
        if (first.length > KEPT) {
            first = Arrays.copyOf(first, KEPT);
        }
        continuation.trimToSize();
    }

    private static String shortened(String text) {
        return text.length() <= KEPT
                ? text
                : text.substring(0, KEPT) + String.format(Locale.ROOT, "… (%,d characters in all)", text.length());
    }
}
