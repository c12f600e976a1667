package dev.plumbline.metric;

import static dev.plumbline.metric.Samples.STANDARD;
import static dev.plumbline.metric.Samples.reason;
import static dev.plumbline.metric.Samples.returns;
import static dev.plumbline.metric.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.PairedReturns;
import dev.plumbline.model.Returns;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BenchmarksTest {

    private static final double[] MARKET = {
        0.01, -0.006, 0.004, 0.015, -0.02, 0.001, -0.003, 0.012, 0.002, -0.008, 0.005, 0.009
    };

    // Python 3.11: beta = Σ(x-mx)(b-mb)/Σ(b-mb)²; a = mx - beta·mb; prod(1+r)**(365/12) - 1; statistics.stdev,
    // correlation
    @ParameterizedTest
    @CsvSource({
        "alpha, 0.8817752820504445",
        "beta, 1.1046103440205945",
        "correlation, 0.9369816325126769",
        "jensen_alpha, 1.7662282961737414",
        "treynor_ratio, 2.4614710760251217",
        "systematic_risk, 0.2079675838310275",
        "tracking_error, 0.08000828555578327",
        "information_ratio, 8.743886067219512",
        "m_squared, 2.3063531871967546",
        "active_return, 1.8564558253712558",
        "up_capture, 1.4460131617831216",
        "down_capture, 1.0517373123234424",
        "up_share, 0.875"
    })
    void twelve_days_beside_a_market_give_the_known_values(String id, double expected) {
        Measurement measured = measure(id, pairs(ReturnMetricsTest.TWELVE, MARKET), STANDARD.forced());
        assertThat(value(measured)).isCloseTo(expected, within(1e-10 * (1 + expected)));
        measured.interval()
                .ifPresent(i -> assertThat(i.contains(expected)).as(id).isTrue());
    }

    // Python 3.11: beta ± 2.2281388519649385·√(rss/10/Σ(b-mb)²), Student's quantile for 10 degrees of freedom from
    // tables
    @Test
    void beta_has_students_interval() {
        Interval interval = Benchmarks.BETA
                .measure(pairs(ReturnMetricsTest.TWELVE, MARKET), STANDARD)
                .interval()
                .orElseThrow();
        assertThat(interval.low()).isCloseTo(0.8143975160389966, within(1e-9));
        assertThat(interval.high()).isCloseTo(1.3948231720021926, within(1e-9));
    }

    @Test
    void a_benchmark_that_ends_earlier_leaves_the_common_part_and_this_is_said() {
        PairedReturns cut = pairs(ReturnMetricsTest.TWELVE, Arrays.copyOf(MARKET, 8));
        Measurement beta = Benchmarks.BETA.measure(cut, STANDARD);
        assertThat(beta.n()).isEqualTo(8);
        assertThat(beta.notes()).contains("common part: 8 of 12 returns have one of the benchmark beside them");
        assertThat(value(beta))
                .isEqualTo(value(Benchmarks.BETA.measure(
                        pairs(Arrays.copyOf(ReturnMetricsTest.TWELVE, 8), Arrays.copyOf(MARKET, 8)), STANDARD)));
    }

    @Test
    void closes_of_one_day_belong_together_at_whatever_hour_they_were_written() {
        Returns late = new Returns(
                Arrays.stream(Samples.days(12)).map(t -> t + 3 * Samples.HOUR).toArray(),
                MARKET,
                Samples.WEEK,
                Samples.UTC);
        assertThat(PairedReturns.of(returns(ReturnMetricsTest.TWELVE), late).size())
                .isEqualTo(12);
        Returns hourly = new Returns(Samples.hours(12), MARKET, Samples.WEEK, Samples.UTC);
        assertThat(PairedReturns.of(returns(ReturnMetricsTest.TWELVE), hourly).size())
                .isEqualTo(1);
    }

    @Test
    void every_metric_says_why_it_has_no_value() {
        for (Metric<PairedReturns> metric : all()) {
            assertThat(reason(metric.measure(pairs(new double[0], MARKET), STANDARD)))
                    .as(metric.id())
                    .isEqualTo(Result.Reason.NONE);
            assertThat(reason(metric.measure(pairs(new double[] {.1}, MARKET), STANDARD)))
                    .as(metric.id())
                    .isEqualTo(Result.Reason.ONE);
            assertThat(reason(metric.measure(pairs(new double[] {.1, .2, .1}, MARKET), STANDARD)))
                    .as(metric.id())
                    .isEqualTo(Result.Reason.TOO_FEW);
            for (double[] market : new double[][] {new double[12], {.1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1}}) {
                metric.measure(pairs(ReturnMetricsTest.TWELVE, market), STANDARD.forced());
                metric.measure(pairs(market, MARKET), STANDARD.forced());
            }
        }
        for (String id : new String[] {"alpha", "jensen_alpha", "treynor_ratio", "m_squared", "active_return"}) {
            assertThat(reason(measure(id, pairs(ReturnMetricsTest.TWELVE, MARKET), STANDARD)))
                    .as(id)
                    .isEqualTo(Result.Reason.TOO_SHORT);
        }
        double[] rising = {.1, .2, .1, .2, .1};
        assertThat(reason(Benchmarks.DOWN_CAPTURE.measure(pairs(rising, rising), STANDARD)))
                .isEqualTo(Result.Reason.NO_LOSS);
    }

    @Test
    void beside_itself_an_account_has_beta_one_and_no_tracking_error() {
        PairedReturns same = pairs(MARKET, MARKET);
        assertThat(value(Benchmarks.BETA.measure(same, STANDARD))).isCloseTo(1, within(1e-12));
        assertThat(value(Benchmarks.ALPHA.measure(same, STANDARD.forced()))).isCloseTo(0, within(1e-12));
        assertThat(value(Benchmarks.TRACKING_ERROR.measure(same, STANDARD))).isZero();
        assertThat(reason(Benchmarks.INFORMATION_RATIO.measure(same, STANDARD))).isEqualTo(Result.Reason.ALL_EQUAL);
    }

    @Test
    void pairs_of_different_length_are_refused() {
        assertThatThrownBy(() ->
                        new PairedReturns(new long[1], new double[1], new double[2], 0, Samples.WEEK, Samples.UTC))
                .hasMessage("pairs of different length: 1 times, 1 returns, 2 of the benchmark");
    }

    @SuppressWarnings("unchecked")
    private static Iterable<Metric<PairedReturns>> all() {
        return Benchmarks.ALL.stream()
                .map(metric -> (Metric<PairedReturns>) metric)
                .toList();
    }

    private static PairedReturns pairs(double[] own, double[] market) {
        return PairedReturns.of(returns(own), returns(market));
    }

    @SuppressWarnings("unchecked")
    private static Measurement measure(String id, PairedReturns pairs, Conventions conventions) {
        return ((Metric<PairedReturns>) Metrics.byId(id)).measure(pairs, conventions);
    }
}
