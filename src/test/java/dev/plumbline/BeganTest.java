package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class BeganTest {

    private static final double[] RUNS = {9, 9, 8, 10, 4, 10, 5};

    @Test
    void the_day_that_splits_the_window_best_is_named() {
        // python3: ll = lambda k: sum of binomial log-likelihoods, days before k at 0.879, the rest at their own rate;
        // max(range(7), key=ll) -> 3, ll(3) - ll(0) = 9.53
        assertThat(Began.start(new double[] {9, 7, 6, 1, 1, 2, 4}, RUNS, 0.879)).isEqualTo(OptionalInt.of(3));
    }

    @Test
    void a_change_that_the_whole_window_may_have_has_no_day() {
        assertThat(Began.start(new double[] {5, 4, 4, 5, 2, 5, 2}, RUNS, 0.879)).isEmpty();
        assertThat(Began.start(new double[] {8, 8, 7, 9, 3, 9, 4}, RUNS, 0.879)).isEmpty();
    }
}
