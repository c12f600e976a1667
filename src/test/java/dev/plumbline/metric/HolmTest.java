package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HolmTest {

    /** By hand: 4 × 0.005, 3 × 0.01, 2 × 0.03, and 1 × 0.04, which is raised to the one before it. */
    @Test
    void the_smallest_is_multiplied_by_the_number_of_tests_and_the_next_by_one_less() {
        assertThat(Holm.adjusted(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, Offset.offset(1e-12));
    }

    @Test
    void what_was_not_tested_does_not_count() {
        assertThat(Holm.adjusted(0.02, Double.NaN, 0.6)).containsExactly(0.04, Double.NaN, 0.6);
    }

    @Test
    void none_is_above_one() {
        assertThat(Holm.adjusted(0.9, 0.8)).containsExactly(1, 1);
    }
}
