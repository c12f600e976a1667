package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Reliability;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CalibrationWordsTest {

    private static Reliability.Bin bin(double stated, double won, long n) {
        return new Reliability.Bin(stated, won, new Interval(won - 0.1, won + 0.1, 0.95, "Wilson"), n);
    }

    @Test
    void it_says_how_sure_and_how_right_and_where_that_is_no_chance() {
        // python3: (0.6*20 + 0.9*20)/40 -> 0.75; (0.55*20 + 0.45*20)/40 -> 0.5
        Reliability table = new Reliability(List.of(bin(0.6, 0.55, 20), bin(0.9, 0.45, 20)), 40, "");
        assertThat(CalibrationWords.of(table))
                .isEqualTo(
                        "It stated 75 % on average and won 50 % of 40 trades: 25 points surer than it is right."
                                + " At 1 of 2 levels the difference is more than chance. More confidence did not win more often.");
    }

    @Test
    void without_a_table_nothing_is_said() {
        assertThat(CalibrationWords.of(new Reliability(List.of(), 3, "3 trades")))
                .isEmpty();
    }
}
