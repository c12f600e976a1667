package dev.plumbline.metric;

import static dev.plumbline.metric.Samples.DAY;
import static dev.plumbline.metric.Samples.STANDARD;
import static dev.plumbline.metric.Samples.START;
import static dev.plumbline.metric.Samples.reason;
import static dev.plumbline.metric.Samples.returns;
import static dev.plumbline.metric.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.Returns;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReturnMetricsTest {

    static final double[] TWELVE = {
        0.012, -0.004, 0.007, 0.021, -0.015, 0.003, -0.009, 0.014, 0.006, -0.011, 0.002, 0.018
    };

    // python3, statistics and math: m/sd*sqrt(365); d = sqrt(sum(min(v,0)**2 for v in x)/n); m/d*sqrt(365); …
    @ParameterizedTest
    @CsvSource({
        "sharpe, 6.029755832195764",
        "sortino, 11.52939776361162",
        "downside_deviation, 0.11608007293818062",
        "volatility, 0.22195481385619775",
        "mean_return, 0.003666666666666667",
        "daily_return, 0.003666666666666667",
        "daily_return_worst, -0.015"
    })
    void twelve_days_give_the_known_values(String id, double expected) {
        assertThat(value(measure(id, returns(TWELVE)))).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
    }

    // python3: se = sqrt((1 - g3*s + (g4-1)/4*s*s)/(n-1)); (s ± 1.959963984540054*se)*sqrt(365)
    @Test
    void sharpe_has_the_interval_of_lo_and_mertens() {
        Measurement measured = Metrics.SHARPE.measure(returns(TWELVE), STANDARD);
        Interval interval = measured.interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(-5.6226996036799, within(1e-8));
        assertThat(interval.high()).isCloseTo(17.682211268071427, within(1e-8));
        assertThat(interval.method()).isEqualTo("Lo/Mertens");
        assertThat(measured.evidence()).isEqualTo(new Evidence.Series(Statistic.SHARPE, Math.sqrt(365), TWELVE));
        assertThat(measured.notes()).containsExactly("daily closes, √365");
    }

    // the half width goes with the normal quantile: 1.6448536269514722 for 90 %, 1.959963984540054 for 95 % (tables)
    @Test
    void a_lower_level_gives_a_narrower_interval() {
        Interval ninety = Metrics.SHARPE
                .measure(returns(TWELVE), STANDARD.withConfidence(0.9))
                .interval()
                .orElseThrow();
        Interval usual =
                Metrics.SHARPE.measure(returns(TWELVE), STANDARD).interval().orElseThrow();
        assertThat((ninety.high() - ninety.low()) / (usual.high() - usual.low()))
                .isCloseTo(1.6448536269514722 / 1.959963984540054, within(1e-9));
        assertThat(ninety.level()).isEqualTo(0.9);
    }

    // python3: rf = 1.05**(1/365)-1; (m-rf)/sd*sqrt(365); the same with d below rf
    @Test
    void annual_rates_are_taken_for_a_day() {
        assertThat(value(Metrics.SHARPE.measure(returns(TWELVE), STANDARD.withRiskFree(0.05))))
                .isCloseTo(5.809920882916227, within(1e-11));
        assertThat(value(Metrics.SORTINO.measure(returns(TWELVE), STANDARD.withMinimumAcceptable(0.05))))
                .isCloseTo(10.979713722529652, within(1e-11));
    }

    @Test
    void five_returns_give_a_value_and_ten_an_interval() {
        assertThat(Metrics.SHARPE.measure(returns(Arrays.copyOf(TWELVE, 3)), STANDARD))
                .hasToString("sharpe undefined: 3 returns, 5 needed");
        assertThat(reason(measure("volatility", returns(0.1)))).isEqualTo(Result.Reason.ONE);
        assertThat(reason(measure("sortino", returns()))).isEqualTo(Result.Reason.NONE);
        for (String id : new String[] {"sharpe", "sortino", "volatility", "downside_deviation"}) {
            Measurement seven = measure(id, returns(Arrays.copyOf(TWELVE, 7)));
            assertThat(seven.interval()).as(id).isEmpty();
            assertThat(seven.notes()).as(id).contains("no interval: 7 observations, 10 needed");
            assertThat(seven.evidence()).as(id).isInstanceOf(Evidence.Series.class);
            assertThat(measure(id, returns(Arrays.copyOf(TWELVE, 10))).interval())
                    .as(id)
                    .isPresent();
        }
    }

    /** A hundred thousand days are 274 years: what has more is minutes, and no baseline keeps each of them. */
    @Test
    void a_sharpe_ratio_of_a_great_many_returns_is_compared_by_its_error() {
        double[] many = new double[100_001];
        Arrays.setAll(many, i -> TWELVE[i % TWELVE.length]);
        assertThat(Metrics.SHARPE
                        .measure(returns(Arrays.copyOf(many, 100_000)), STANDARD)
                        .evidence())
                .isInstanceOf(Evidence.Series.class);
        Measurement measured = Metrics.SHARPE.measure(returns(many), STANDARD);
        Interval interval = measured.interval().orElseThrow();
        assertThat(measured.evidence()).isInstanceOfSatisfying(Evidence.Estimate.class, estimate -> {
            assertThat(estimate.value()).isEqualTo(value(measured));
            assertThat(estimate.standardError() * 2 * 1.959963984540054)
                    .isCloseTo(interval.high() - interval.low(), within(1e-9));
        });
    }

    @Test
    void forced_ratios_need_two_returns() {
        assertThat(value(Metrics.SHARPE.measure(returns(0.01, 0.03), STANDARD.forced())))
                .isCloseTo(Math.sqrt(2 * 365), within(1e-9));
        Conventions forced = STANDARD.forced().withPeriodsPerYear(365);
        assertThat(reason(Metrics.SHARPE.measure(returns(0.01), forced))).isEqualTo(Result.Reason.ONE);
        assertThat(reason(Metrics.VOLATILITY.measure(returns(0.01), forced))).isEqualTo(Result.Reason.ONE);
        assertThat(reason(Metrics.DOWNSIDE_DEVIATION.measure(returns(0.01), STANDARD.forced())))
                .isEqualTo(Result.Reason.NOT_AVAILABLE);
    }

    @Test
    void ratios_are_undefined_where_nothing_varies_or_nothing_is_lost() {
        Returns flat = returns(0.001, 0.001, 0.001, 0.001, 0.001, 0.001);
        assertThat(reason(measure("sharpe", flat))).isEqualTo(Result.Reason.ALL_EQUAL);
        assertThat(reason(measure("sortino", flat))).isEqualTo(Result.Reason.NO_LOSS);
        assertThat(value(measure("volatility", flat))).isZero();
        assertThat(value(measure("downside_deviation", flat))).isZero();
    }

    @Test
    void a_return_that_no_equity_can_have_is_named_with_its_place() {
        assertThat(measure("sharpe", returns(0.1, 0.2, Double.NEGATIVE_INFINITY, 0, 0, 0))
                        .because())
                .contains(
                        "return 3 of 6, at 2026-11-11T00:00:00Z, is -Infinity: equity is not a positive number there");
        assertThat(reason(measure("mean_return", returns(0.1, -1)))).isEqualTo(Result.Reason.NOT_POSITIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "60, 525600, 'one-minute closes, √525,600'",
        "300, 105120, '5.0 min apart, √105,120'",
        "3600, 8760, 'hourly closes, √8,760'",
        "86400, 365, 'daily closes, √365'",
        "86100, 365, 'daily closes, √365'",
        "604800, 52.142857142857146, 'weekly closes, √52.14'",
        "2628000, 12, 'monthly closes, √12'"
    })
    void periods_a_year_follow_from_the_spacing(long seconds, double expected, String words) {
        long[] times = LongStream.range(0, 12)
                .map(i -> START + i * seconds * 1_000_000)
                .toArray();
        Spacing spacing = Spacing.of(times, Samples.UTC);
        assertThat(spacing.periodsPerYear().orElseThrow()).isCloseTo(expected, within(1e-9));
        assertThat(spacing.words(expected)).isEqualTo(words);
    }

    @Test
    void a_daily_series_without_weekends_has_252_periods_a_year() {
        long[] weekdays = LongStream.range(0, 15)
                .map(i -> START + (i / 5 * 7 + i % 5) * DAY)
                .toArray();
        Spacing spacing = Spacing.of(weekdays, Samples.UTC);
        assertThat(spacing.periodsPerYear()).hasValue(252);
        assertThat(spacing.words(252)).isEqualTo("daily closes, √252, no weekend days");
        assertThat(Spacing.of(Arrays.copyOf(weekdays, 9), Samples.UTC).periodsPerYear())
                .hasValue(365);
        assertThat(Spacing.of(Arrays.copyOf(weekdays, 1), Samples.UTC).periodsPerYear())
                .isEmpty();
    }

    @Test
    void periods_a_year_that_were_given_are_printed_as_given() {
        assertThat(Metrics.SHARPE
                        .measure(returns(TWELVE), STANDARD.withPeriodsPerYear(252))
                        .notes())
                .containsExactly("daily closes, √252 as given");
    }

    @SuppressWarnings("unchecked")
    static Measurement measure(String id, Returns returns) {
        return ((Metric<Returns>) Metrics.byId(id)).measure(returns, STANDARD);
    }
}
