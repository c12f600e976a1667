package dev.plumbline.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlainTextTest {

    @Test
    void terminal_escapes_are_removed_whole() {
        assertThat(PlainText.line("\u001b[31mred\u001b[0m \u001b]0;title\u0007end\u009b2J", 80))
                .isEqualTo("red end");
    }

    @Test
    void line_breaks_become_spaces_in_a_line_and_stay_in_lines() {
        assertThat(PlainText.line("a\nb\u2028c\td", 80)).isEqualTo("a b c d");
        assertThat(PlainText.lines("a\nb\u2028c\td\r\n", 80)).isEqualTo("a\nb\nc\td\n");
    }

    @Test
    void marks_that_turn_the_direction_are_removed() {
        assertThat(PlainText.line("BTC\u202eTDSU\u2069\u200f", 80)).isEqualTo("BTCTDSU");
    }

    @Test
    void half_a_character_becomes_a_replacement_sign() {
        assertThat(PlainText.line("a\ud83db", 80)).isEqualTo("a\uFFFDb");
        assertThat(PlainText.line("aa\ud83d\ude00", 3)).isEqualTo("aa…");
    }

    @Test
    void long_text_is_cut_and_says_so() {
        String text = "x".repeat(1_000_000);
        assertThat(PlainText.line(text, 10)).isEqualTo("xxxxxxxxx…");
        assertThat(PlainText.lines(text, 20)).isEqualTo("x".repeat(19) + "…\n(the first 20 of 1,000,000 characters)");
    }
}
