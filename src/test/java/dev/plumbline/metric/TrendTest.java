package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static double[] days(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    /** scipy 1.17.1: theilslopes(y, range(10), 0.95); neighbouring residuals are not positively correlated. */
    @Test
    void the_slope_and_its_interval_are_those_of_scipy() {
        double[] y = {10, 12, 11, 14, 12, 16, 15, 17, 16, 21};
        Result.Value slope = (Result.Value) Trend.slope(days(10), y, 0.95);
        assertThat(slope.value()).isCloseTo(1.0, within(1e-12));
        Interval interval = slope.interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(0.5, within(1e-12));
        assertThat(interval.high()).isCloseTo(1.4285714285714286, within(1e-12));
    }

    /** scipy 1.17.1: theilslopes([5, 5, 6, 5, 4, 6, 5, 5], range(8), 0.95). */
    @Test
    void ties_make_the_interval_as_wide_as_those_of_scipy() {
        Result.Value flat = (Result.Value) Trend.slope(days(8), new double[] {5, 5, 6, 5, 4, 6, 5, 5}, 0.95);
        assertThat(flat.value()).isZero();
        assertThat(flat.interval().orElseThrow().low()).isEqualTo(-0.25);
        assertThat(flat.interval().orElseThrow().high()).isEqualTo(0.25);
    }

    @Test
    void six_days_are_too_few() {
        assertThat(Trend.slope(days(6), new double[6], 0.95))
                .isEqualTo(Result.undefined(6, Result.Reason.TOO_FEW, "6 of 7 days needed"));
    }

    @Test
    void one_wild_day_does_not_move_it() {
        double[] y = days(21);
        y[10] = 1e9;
        assertThat(((Result.Value) Trend.slope(days(21), y, 0.95)).value()).isCloseTo(1, within(1e-12));
    }

    /** Series without a trend whose neighbours correlate by 0.5: without the correction one in four would be called rising or falling. */
    @Test
    void days_that_follow_each_other_are_seldom_called_a_trend() {
        SplittableRandom random = new SplittableRandom(7);
        int called = 0;
        for (int run = 0; run < 1_000; run++) {
            double[] y = new double[30];
            double last = 0;
            for (int i = 0; i < 130; i++) {
                last = 0.5 * last + random.nextGaussian();
                if (i >= 100) {
                    y[i - 100] = last;
                }
            }
            Interval interval =
                    ((Result.Value) Trend.slope(days(30), y, 0.95)).interval().orElseThrow();
            called += interval.contains(0) ? 0 : 1;
        }
        assertThat(called).isBetween(20, 130);
    }
}
