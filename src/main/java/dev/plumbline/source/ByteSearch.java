package dev.plumbline.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through bytes eight at a time, for logs whose every byte is looked at several times. */
final class ByteSearch {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private ByteSearch() {}

    /** Where a byte of ASCII stands first; {@code to} where it does not. */
    static int find(byte[] bytes, int from, int to, char what) {
        long all = ONES * what;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long zero = (long) EIGHT.get(bytes, at) ^ all;
            // the borrow of a zero byte may mark those above it too: the lowest mark is right, and it is the one that
            // counts
            long found = (zero - ONES) & ~zero & HIGH;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < to && bytes[at] != what) {
            at++;
        }
        return at;
    }

    /** Whether all are ASCII. */
    static boolean plain(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            if (((long) EIGHT.get(bytes, at) & HIGH) != 0) {
                return false;
            }
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at == to;
    }
}
