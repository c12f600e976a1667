package dev.plumbline.sample;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Sorted points in time, and how many of them are in a stretch. */
record Moments(long[] sorted) {

    static Moments of(LongStream times) {
        return new Moments(times.sorted().toArray());
    }

    /** In [from, to). */
    int count(long from, long to) {
        return Math.max(0, index(to) - index(from));
    }

    private int index(long time) {
        int found = Arrays.binarySearch(sorted, time);
        int index = found < 0 ? -found - 1 : found;
        while (index > 0 && sorted[index - 1] == time) {
            index--;
        }
        return index;
    }
}
