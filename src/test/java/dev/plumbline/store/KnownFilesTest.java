package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class KnownFilesTest {

    @Test
    void a_content_is_new_once_under_each_set_of_options() {
        KnownFiles known = new KnownFiles();
        Sha256 nothing = Sha256.of("0".repeat(64));
        for (String options : new String[] {"{agent=a}", "{agent=b}"}) {
            assertThat(known.add(options, nothing)).isTrue();
            assertThat(known.add(options, nothing)).isFalse();
        }
    }

    /** As a set of the hashes says it; every third comes a second time, and most begin alike. */
    @Test
    void many_contents_are_told_apart() {
        KnownFiles known = new KnownFiles();
        Set<Sha256> reference = new HashSet<>();
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 3_000; i++) {
            Sha256 content = new Sha256(random.nextInt(5), i % 3 == 0 ? i / 2 : i, 0, 0);
            assertThat(known.add("", content)).isEqualTo(reference.add(content));
        }
    }

    /** The hash of no bytes at all, by sha256sum of coreutils 9.1. */
    @Test
    void a_hash_is_written_as_it_is_read() {
        String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assertThat(Sha256.of(empty)).hasToString(empty);
        byte[] bytes = HexFormat.of().parseHex(empty);
        assertThat(Sha256.of(bytes)).isEqualTo(Sha256.of(empty));
    }
}
