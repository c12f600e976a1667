package dev.plumbline.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column of text while it is gathered: all its bytes in one array. */
final class LogColumn {

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private boolean[] there = new boolean[1 << 8];
    private int size;
    private int used;

    void add(byte[] text, int from, int to) {
        int length = to - from;
        if (used + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + length, bytes.length * 2));
        }
        System.arraycopy(text, from, bytes, used, length);
        end(length, true);
    }

    void addNull() {
        end(0, false);
    }

    private void end(int length, boolean some) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            there = Arrays.copyOf(there, size * 2);
        }
        used += length;
        there[size] = some;
        ends[size++] = used;
    }

    boolean isNull(int row) {
        return !there[row];
    }

    byte @Nullable [] get(int row) {
        return there[row] ? Arrays.copyOfRange(bytes, row == 0 ? 0 : ends[row - 1], ends[row]) : null;
    }

    /** Bytes of all texts. */
    int used() {
        return used;
    }

    void clear() {
        size = 0;
        used = 0;
    }
}
