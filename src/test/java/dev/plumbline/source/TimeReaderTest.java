package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as bots write them. */
class TimeReaderTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:00:00, 2026-11-21T10:00",
        "2026-11-21 10:00:00.5, 2026-11-21T10:00:00.5",
        "'2026-11-21 10:00:00,123', 2026-11-21T10:00:00.123",
        "2026-11-21T10:00:00.123456789, 2026-11-21T10:00:00.123456",
        "2026-01-31T23:59:59.000001, 2026-01-31T23:59:59.000001",
        "2024-02-29T00:00:00, 2024-02-29T00:00",
        "2026-11-21T10:00, 2026-11-21T10:00",
        "2026-11-21T10:00:00Z, 2026-11-21T10:00",
        "2026-11-21T10:00:00.5+04:00, 2026-11-21T06:00:00.5",
    })
    void a_time_is_read_however_it_is_written(String written, LocalDateTime time) {
        assertThat(TimeReader.utc().parse(written)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00", "2026-13-01T00:00:00", "2026-11-21T24:00:01", "2026-11-21T10:60:00",
                "2026-11-21T10:00:00.x", "2026-11-21T10:00:0x", "-026-11-21T10:00:00", "2026-11-21"
            })
    void what_is_no_time_is_not_read(String written) {
        assertThat(TimeReader.utc().parse(written)).isEmpty();
    }

    @Test
    void an_empty_text_is_no_time() {
        assertThat(TimeReader.utc().parse("")).isEmpty();
    }
}
