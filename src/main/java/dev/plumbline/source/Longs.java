package dev.plumbline.source;

import java.util.Arrays;

/** Many whole numbers in the order in which they were added. */
final class Longs {

    private static final int FEW = 64;

    private long[] values = new long[FEW];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long at(int i) {
        return values[i];
    }

    /** All of them from the smallest to the greatest. */
    long[] sorted() {
        long[] all = Arrays.copyOf(values, size);
        Arrays.sort(all);
        return all;
    }
}
