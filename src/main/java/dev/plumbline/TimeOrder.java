package dev.plumbline;

import java.util.Arrays;

/** Rows in order of time; rows of one instant stay in the order of the file. */
final class TimeOrder {

    private TimeOrder() {}

    /** The first row that is earlier than the one before it; -1 where there is none. */
    static int firstOut(long[] times, int[] rows) {
        for (int i = 1; i < rows.length; i++) {
            if (times[rows[i]] < times[rows[i - 1]]) {
                return rows[i];
            }
        }
        return -1;
    }

    /** The same rows in order: a merge sort, for it is stable and needs no objects. */
    static int[] sorted(long[] times, int[] rows) {
        int[] from = rows.clone();
        int[] to = new int[rows.length];
        for (int width = 1; width < rows.length; width *= 2) {
            for (int start = 0; start < rows.length; start += 2 * width) {
                merge(times, from, to, start, width);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(long[] times, int[] from, int[] to, int start, int width) {
        int middle = Math.min(from.length, start + width);
        int end = Math.min(from.length, middle + width);
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            boolean takeLeft = left < middle && (right >= end || times[from[left]] <= times[from[right]]);
            to[at] = takeLeft ? from[left++] : from[right++];
        }
    }

    /** Of rows in order, the last of each instant. */
    static int[] lastOfEach(long[] times, int[] rows) {
        int kept = 0;
        int[] last = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (i == rows.length - 1 || times[rows[i]] != times[rows[i + 1]]) {
                last[kept++] = rows[i];
            }
        }
        return Arrays.copyOf(last, kept);
    }

    static long[] pick(long[] x, int[] rows) {
        long[] picked = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = x[rows[i]];
        }
        return picked;
    }

    static double[] pick(double[] x, int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = x[rows[i]];
        }
        return picked;
    }
}
