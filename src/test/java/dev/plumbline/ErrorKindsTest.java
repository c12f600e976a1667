package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that differ in numbers and ids only are one kind of error. */
final class ErrorKindsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP request timeout after 10.0s, retry 1/3 | HTTP request timeout after #s, retry #/#
            Order 0beb88f8-7658-453e-b5cc-1480a6e39564 failed | Order # failed
            Query failed: [Errno 61] Connect call failed ('127.0.0.1', 5432) | Query failed: [Errno #] Connect call failed ('#', #)
            read 0x7fff2a at cafe | read # at cafe
            nothing to count | nothing to count
            """)
    void numbers_and_ids_are_taken_out(String message, String kind) {
        assertThat(ErrorKinds.text(message)).isEqualTo(kind);
    }

    @Test
    void a_place_is_a_file_and_its_line() {
        assertThat(ErrorKinds.place("/logs/bot.log", 12)).isEqualTo("bot.log:12");
        assertThat(ErrorKinds.place("C:\\logs\\bot.log", Double.NaN)).isEqualTo("bot.log");
    }
}
