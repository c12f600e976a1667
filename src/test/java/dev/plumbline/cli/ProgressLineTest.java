package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What long work says while it goes on. */
final class ProgressLineTest {

    @Test
    void a_name_that_is_too_long_is_cut_and_cannot_move_the_cursor() {
        assertThat(ProgressLine.shortened("reading trades.csv, MB", 40)).isEqualTo("reading trades.csv, MB");
        assertThat(ProgressLine.shortened("reading trades.csv, MB", 10)).isEqualTo("reading t…");
        assertThat(ProgressLine.shortened("reading a\u001b[2Jb", 40)).isEqualTo("reading a?[2Jb");
    }

    @Test
    void without_a_terminal_each_stage_is_one_line() {
        StringWriter said = new StringWriter();
        try (ProgressLine line = new ProgressLine(new PrintWriter(said, true))) {
            line.show("reading a.csv, MB", 1, 538);
            line.show("reading a.csv, MB", 300, 538);
            line.show("publishing", 0, 0);
        }
        assertThat(said.toString().lines()).containsExactly("reading a.csv, MB (1 of 538)", "publishing");
    }
}
