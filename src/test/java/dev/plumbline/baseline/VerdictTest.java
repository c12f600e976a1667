package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictTest {

    @Test
    void one_agent_that_cannot_be_told_keeps_several_from_being_green() {
        assertThat(Verdict.ofAll(List.of(Verdict.WITHIN, Verdict.WATCH, Verdict.UNKNOWN)))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void an_alarm_comes_before_what_cannot_be_told() {
        assertThat(Verdict.ofAll(List.of(Verdict.UNKNOWN, Verdict.YELLOW))).isEqualTo(Verdict.YELLOW);
        assertThat(Verdict.ofAll(List.of(Verdict.YELLOW, Verdict.RED, Verdict.WITHIN)))
                .isEqualTo(Verdict.RED);
    }

    @Test
    void of_nothing_nothing_can_be_told() {
        assertThat(Verdict.ofAll(List.of())).isEqualTo(Verdict.UNKNOWN);
    }
}
