package dev.plumbline.store;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A content hash, in the least memory: an import may hold one for each of very many files. */
public record Sha256(long first, long second, long third, long fourth) {

    private static final int DIGITS = 16;

    /** @param digest 32 bytes */
    public static Sha256 of(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        return new Sha256(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** @param hexadecimal 64 digits */
    public static Sha256 of(String hexadecimal) {
        return new Sha256(part(hexadecimal, 0), part(hexadecimal, 1), part(hexadecimal, 2), part(hexadecimal, 3));
    }

    private static long part(String hexadecimal, int i) {
        return Long.parseUnsignedLong(hexadecimal, i * DIGITS, (i + 1) * DIGITS, DIGITS);
    }

    /** In hexadecimal. */
    @Override
    public String toString() {
        byte[] bytes = ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
        return HexFormat.of().formatHex(bytes);
    }
}
