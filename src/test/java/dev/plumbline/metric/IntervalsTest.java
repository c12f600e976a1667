package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntervalsTest {

    // python3: z = statistics.NormalDist().inv_cdf(.975); p = k/n; c = (p + z*z/(2*n))/(1 + z*z/n);
    //          h = z*math.sqrt(p*(1-p)/n + z*z/(4*n*n))/(1 + z*z/n); print(c - h, c + h)
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.27753279986288915",
        "7, 10, 0.39677814746114537, 0.8922087325936989",
        "45, 118, 0.29877004413747893, 0.47142312105429934",
        "268, 268, 0.9858687529217979, 1"
    })
    void wilson_matches_the_closed_form(double k, double n, double low, double high) {
        Interval interval = Wilson.of(k, n, 0.95);
        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
    }

    // python3: bisection on P(X <= k; mu) = .025 and P(X >= k; mu) = .025, the sums by math.exp/log/lgamma
    @ParameterizedTest
    @CsvSource({
        "0, 0, 3.688879454113936, 1e-6",
        "1, 0.02531780798428984, 5.571643390938898, 1e-6",
        "12, 6.200575108722212, 20.961585048176953, 1e-6",
        "300, 267.0092752329575, 335.9411255525705, 1e-4",
        "20000, 19723.767600601317, 20279.133627927033, 2e-3"
    })
    void garwood_matches_the_tails_of_poisson(long k, double low, double high, double tolerance) {
        Interval interval = Garwood.of(k, 1, 0.95);
        assertThat(interval.low()).isCloseTo(low, within(tolerance));
        assertThat(interval.high()).isCloseTo(high, within(tolerance));
    }

    @Test
    void a_rate_is_divided_by_its_exposure_and_so_is_its_interval() {
        Interval one = Garwood.of(12, 1, 0.95);
        Interval half = Garwood.of(12, 2, 0.95);
        assertThat(half.low()).isCloseTo(one.low() / 2, within(1e-12));
        assertThat(half.high()).isCloseTo(one.high() / 2, within(1e-12));
    }

    // python3: statistics.quantiles([3,1,4,1,5,9,2,6,5,3], n=20, method='inclusive')
    @ParameterizedTest
    @CsvSource({"0.05, 1.0", "0.15, 1.35", "0.25, 2.25", "0.5, 3.5", "0.9, 6.3", "0.95, 7.65", "0, 1", "1, 9"})
    void quantiles_are_of_type_7(double p, double expected) {
        assertThat(Quantile.of(new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3}, p)).isCloseTo(expected, within(1e-12));
    }

    // python3: statistics.fmean, statistics.stdev, sum((v-m)**k for v in x)/n
    @Test
    void moments_are_those_of_the_moment_estimators() {
        Moments moments = Moments.of(ReturnMetricsTest.TWELVE);
        assertThat(moments.mean()).isCloseTo(0.003666666666666667, within(1e-15));
        assertThat(moments.sd()).isCloseTo(0.011617645930639174, within(1e-15));
        assertThat(moments.skewness()).isCloseTo(-0.13702834613867548, within(1e-12));
        assertThat(moments.kurtosis()).isCloseTo(1.8822468827180965, within(1e-12));
    }

    // Student: t(.975; 11) = 2.200985160082949 (tables), mean and sd as above
    @Test
    void a_mean_has_students_interval_from_ten_observations() {
        Result.Value value = (Result.Value) Mean.of(ReturnMetricsTest.TWELVE, Samples.STANDARD, "none");
        double half = 2.200985160082949 * 0.011617645930639174 / Math.sqrt(12);
        assertThat(value.interval().orElseThrow().low()).isCloseTo(0.003666666666666667 - half, within(1e-9));
        assertThat(value.interval().orElseThrow().high()).isCloseTo(0.003666666666666667 + half, within(1e-9));
        assertThat(((Result.Value) Mean.of(new double[9], Samples.STANDARD, "none")).interval())
                .isEmpty();
    }
}
