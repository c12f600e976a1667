package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HourNotesTest {

    private static final Instant BEGAN = Instant.parse("2026-11-20T09:15:00Z");

    private static List<HourNotes.Note> of(ZoneId zone, String text) {
        return HourNotes.of(text.lines().toList(), zone, BEGAN);
    }

    private static HourNotes.Note at(String hour, String text) {
        return new HourNotes.Note(Optional.of(Instant.parse(hour)), text);
    }

    @Test
    void a_heading_with_a_time_is_that_hour_of_the_date_named_before() {
        assertThat(of(ZoneOffset.UTC, """
                # Observations
                Date: 2026-11-19
                ## Hour 1 (22:10 - 23:10)
                - spread wide
                - no fills
                ## 2026-11-20 00:30
                calm
                """))
                .containsExactly(
                        at("2026-11-19T22:00:00Z", "spread wide no fills"), at("2026-11-20T00:00:00Z", "calm"));
    }

    @Test
    void the_clock_is_the_zone_s() {
        assertThat(of(ZoneId.of("Asia/Dubai"), "### 14:00\nreconnected\n"))
                .containsExactly(at("2026-11-20T10:00:00Z", "reconnected"));
    }

    @Test
    void a_number_counts_from_the_beginning_of_the_test() {
        assertThat(of(ZoneOffset.UTC, "**Hour 3**\nstop moved\n"))
                .containsExactly(at("2026-11-20T11:00:00Z", "stop moved"));
    }

    @Test
    void what_has_no_hour_is_kept_without_one() {
        assertThat(of(ZoneOffset.UTC, "# Summary\nall in all fine\n"))
                .containsExactly(new HourNotes.Note(Optional.empty(), "all in all fine"));
    }

    @Test
    void an_empty_template_and_no_file_hold_no_notes() throws IOException {
        assertThat(of(ZoneOffset.UTC, "## Hour 1\n\n## Hour 2\n")).isEmpty();
        assertThat(HourNotes.read(Path.of("no/such/file.md"), ZoneOffset.UTC, BEGAN))
                .isEmpty();
    }
}
