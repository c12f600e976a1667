package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.baseline.Deviation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VerdictTableTest {

    @Test
    void a_row_a_finding_with_its_reason_beneath() {
        List<Deviation> rows = DemoCheck.of().rows();
        String table = VerdictTable.of(DemoCheck.with(List.of(rows.get(0), rows.get(4), rows.get(10))), 100, false);
        assertThat(table).isEqualTo("""
                        ■ RED   playbook · btc-eth-live · live · 10–16 Nov 2026 ·
                                against baseline “launch” (27 Oct – 2 Nov)
                          metric              baseline     now   change  [95 %]           n  verdict
                          win rate, ETH/USDT    54.9 %  38.1 %  −16.7pt  [−26.7, −6.7]  118  ■ red
                              below its band, and not chance (q = 0.01)
                          average confidence    76.3 %  83.9 %   +7.6pt  [+6.8, +8.4]   672  ◆ watch
                              inside its band, but changed for certain; wins did not follow
                          … 1 within the baseline
                        """);
    }

    @Test
    void a_name_that_is_cut_stands_whole_before_its_reason() {
        List<Deviation> rows = DemoCheck.of().rows();
        assertThat(VerdictTable.of(DemoCheck.with(List.of(rows.get(0), rows.get(4))), 74, false))
                .contains("  win rate, ETH/U…  ")
                .contains("\n      win rate, ETH/USDT: below its band, and not chance");
    }

    @Test
    void colour_only_adds_escapes() {
        String plain = VerdictTable.of(DemoCheck.of(), 100, false);
        String colour = VerdictTable.of(DemoCheck.of(), 100, true);
        assertThat(plain).doesNotContain("\u001b");
        assertThat(colour).contains("\u001b[31;1m■ red").isNotEqualTo(plain);
        assertThat(colour.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 72, 80, 100, 133, 200})
    void no_line_is_wider_than_the_terminal(int width) {
        for (var check : List.of(DemoCheck.of(), Hostile.check(), DemoCheck.with(List.of()))) {
            assertThat(VerdictTable.of(check, width, false).lines()).allMatch(line -> Cells.width(line) <= width);
        }
    }

    @Test
    void text_from_outside_cannot_steer_the_terminal() {
        assertThat(VerdictTable.of(Hostile.check(), 80, false)).doesNotContain("\u001b", "\u0007", "\u202e", "\r");
    }

    @Test
    void wide_characters_count_twice_and_marks_not_at_all() {
        assertThat(Cells.width("日本")).isEqualTo(4);
        assertThat(Cells.width("e\u0301")).isEqualTo(1);
        assertThat(Cells.cut("日本語", 5)).isEqualTo("日本…");
    }
}
