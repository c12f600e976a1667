package dev.plumbline.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReductionTest {

    private static double[] noise(int n) {
        Random random = new Random(1);
        double[] y = new double[n];
        Arrays.setAll(y, i -> random.nextGaussian());
        return y;
    }

    @Test
    void a_short_series_is_kept_whole() {
        assertThat(Reduction.minMax(noise(500), 500)).hasSize(500).isSorted();
    }

    @Test
    void a_long_series_keeps_its_ends_and_its_extremes() {
        double[] y = noise(100_000);
        y[61_803] = 99;
        y[12_345] = -99;
        int[] kept = Reduction.minMax(y, 500);
        assertThat(kept)
                .hasSizeLessThanOrEqualTo(500)
                .contains(0, 12_345, 61_803, 99_999)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_gap_stays_a_gap() {
        double[] y = noise(10_000);
        Arrays.fill(y, 4_000, 5_000, Double.NaN);
        int[] kept = Reduction.minMax(y, 500);
        assertThat(kept).hasSizeLessThanOrEqualTo(500);
        assertThat(Arrays.stream(kept).filter(i -> Double.isNaN(y[i])).count()).isPositive();
    }

    @Test
    void a_series_of_gaps_alone_is_reduced_too() {
        double[] y = new double[10_000];
        Arrays.fill(y, Double.NaN);
        assertThat(Reduction.minMax(y, 500)).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void even_steps_keep_both_ends() {
        assertThat(Reduction.even(1_000, 5)).containsExactly(0, 249, 499, 749, 999);
    }

    @Test
    void too_few_points_are_refused() {
        assertThatThrownBy(() -> Reduction.minMax(new double[10], 4))
                .hasMessage("a reduction to 4 points; at least 8 are needed");
    }
}
