package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Held against a loop over the bytes. */
class ByteSearchTest {

    private static final int CASES = 20_000;

    private final SplittableRandom random = new SplittableRandom(7);

    /** Mostly the bytes on either side of what is looked for, whose high bits and borrows could mislead. */
    private byte[] bytes() {
        byte[] near = {'\n' - 1, '\n', '\n' + 1, (byte) ('\n' | 0x80), 0, (byte) 0xff, 'x', 'x', 'x', 'x'};
        byte[] bytes = new byte[random.nextInt(40)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = near[random.nextInt(near.length)];
        }
        return bytes;
    }

    @Test
    void a_byte_is_found_where_it_stands_first() {
        for (int n = 0; n < CASES; n++) {
            byte[] bytes = bytes();
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            int expected = from;
            while (expected < to && bytes[expected] != '\n') {
                expected++;
            }
            assertThat(ByteSearch.find(bytes, from, to, '\n')).isEqualTo(expected);
        }
    }

    @Test
    void bytes_are_plain_where_none_is_beyond_ascii() {
        for (int n = 0; n < CASES; n++) {
            byte[] bytes = bytes();
            int from = random.nextInt(bytes.length + 1);
            boolean expected = true;
            for (int i = from; i < bytes.length; i++) {
                expected &= bytes[i] >= 0;
            }
            assertThat(ByteSearch.plain(bytes, from, bytes.length)).isEqualTo(expected);
        }
    }
}
