package dev.plumbline.metric;

import static dev.plumbline.metric.ReturnMetricsTest.TWELVE;
import static dev.plumbline.metric.Samples.STANDARD;
import static dev.plumbline.metric.Samples.equity;
import static dev.plumbline.metric.Samples.reason;
import static dev.plumbline.metric.Samples.returns;
import static dev.plumbline.metric.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Returns;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RiskMetricsTest {

    // Python 3.11, statistics and math, each formula written out: q(p) by sorted(x) and (n-1)*p; g = m3/m2**1.5;
    //   k = m4/m2**2 - 3; NormalDist().inv_cdf, .cdf, .pdf; statistics.correlation(range(n), cumulated log1p)**2; …
    @ParameterizedTest
    @CsvSource({
        "omega, 2.1282051282051286",
        "gain_to_pain, 1.1282051282051286",
        "var_95, 0.0128",
        "cvar_95, 0.015",
        "var_99, 0.01456",
        "cvar_99, 0.015",
        "var_95_modified, 0.015309359064129413",
        "var_95_normal, 0.01462912105781985",
        "cvar_95_normal, 0.019276989257708717",
        "var_99_modified, 0.02034492207586029",
        "tail_ratio, 1.51171875",
        "skewness, -0.13702834613867548",
        "kurtosis, -1.1177531172819035",
        "stability, 0.4613928229572015",
        "psr, 0.8447601015360658",
        "min_track_record_length, 29.9325335592454",
        "kappa_3, 0.4755949916678579",
        "upside_potential, 0.006916666666666667",
        "downside_potential, 0.00325",
        "upside_potential_ratio, 1.138375672750436",
        "upside_deviation, 0.19128839483878787",
        "semi_deviation, 0.1546205031682409",
        "upside_share, 0.6666666666666666",
        "downside_share, 0.3333333333333333",
        "mean_absolute_deviation, 0.009333333333333332",
        "kelly_continuous, 27.166591827570727",
        "sharpe_geometric, 12.250089848677232",
        "sharpe_adjusted, 94.43841790923456",
        "sharpe_bootstrap, 6.029755832195764",
        "best_day, 0.021",
        "worst_day, -0.015",
        "best_week, 0.029076656590735883",
        "worst_week, 0.014625753668891184",
        "best_month, 0.044127678276438154",
        "positive_days, 0.6666666666666666",
        "positive_weeks, 1"
    })
    void twelve_days_give_the_known_values(String id, double expected) {
        Measurement measured = measure(id, returns(TWELVE), STANDARD.forced());
        assertThat(value(measured)).isCloseTo(expected, within(1e-10 * (1 + Math.abs(expected))));
        measured.interval()
                .ifPresent(i -> assertThat(i.contains(value(measured))).as(id).isTrue());
    }

    // Python 3.11: s*P/sqrt(P + 2*sum((P-k)*rho[k] for k in (1, 2))), rho by the autocovariances over that at 0
    @Test
    void autocorrelation_moves_the_annual_ratio_and_may_leave_none() {
        double[] smooth = {.01, .012, .004, -.003, -.006, .002, .009, .013, .001, -.008, -.002, .007};
        Measurement measured = Risks.SHARPE_AUTOCORRELATED.measure(returns(smooth), STANDARD);
        assertThat(value(measured)).isCloseTo(9.585166913319824, within(1e-10));
        assertThat(measured.notes()).contains("autocorrelation at 2 lags");
        assertThat(reason(Risks.SHARPE_AUTOCORRELATED.measure(returns(TWELVE), STANDARD)))
                .isEqualTo(Result.Reason.NOT_AVAILABLE);
    }

    // Python 3.11: growth = (1001/1000)**(365/70) - 1 over eight points 10 days apart; depths 1 - 970/1010, 1 -
    // 1001/1012
    @ParameterizedTest
    @CsvSource({
        "average_drawdown, 0.025236762806715496",
        "recovery_time, 4320000",
        "pain_index, 0.014989853022569357",
        "martin_ratio, 0.2530168644019443",
        "pain_ratio, 0.3485881235714589",
        "recovery_factor, 0.0252499999999972",
        "burke_ratio, 0.12723341766174182",
        "sterling_ratio, 0.03742934457536813",
        "drawdown_deviation, 0.01552243135900982"
    })
    void eight_points_give_the_known_depths(String id, double expected) {
        EquityCurve curve = equity(EquityMetricsTest.EIGHT, new double[8], 10 * Samples.DAY, false);
        assertThat(value(EquityMetricsTest.measure(id, curve))).isCloseTo(expected, within(1e-12 * (1 + expected)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "average_drawdown",
                "recovery_time",
                "martin_ratio",
                "pain_ratio",
                "recovery_factor",
                "burke_ratio"
            })
    void without_a_drawdown_nothing_is_divided_by_one(String id) {
        EquityCurve rising = equity(new double[] {1, 2, 3, 4}, new double[4], 20 * Samples.DAY, false);
        assertThat(reason(EquityMetricsTest.measure(id, rising))).isEqualTo(Result.Reason.NO_DRAWDOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"martin_ratio", "pain_ratio", "burke_ratio", "sterling_ratio"})
    void what_grows_in_a_year_needs_thirty_days(String id) {
        assertThat(reason(EquityMetricsTest.measure(id, equity(3, 2, 4)))).isEqualTo(Result.Reason.TOO_SHORT);
    }

    @Test
    void a_drawdown_that_has_not_ended_counts_in_the_depth_and_not_in_the_recovery() {
        EquityCurve one = equity(10, 9, 8);
        Measurement depth = Depths.AVERAGE_DRAWDOWN.measure(one, STANDARD);
        assertThat(value(depth)).isCloseTo(0.2, within(1e-12));
        assertThat(depth.notes()).containsExactly("1 ongoing");
        assertThat(reason(Depths.RECOVERY_TIME.measure(one, STANDARD))).isEqualTo(Result.Reason.TOO_SHORT);
    }

    @Test
    void every_metric_of_returns_says_why_it_has_no_value() {
        for (Metric<?> metric :
                Stream.concat(Metrics.ALL.stream(), Further.ALL.stream()).toList()) {
            if (metric.sample() == Returns.class) {
                String id = metric.id();
                assertThat(reason(measure(id, returns(), STANDARD))).as(id).isEqualTo(Result.Reason.NONE);
                assertThat(reason(measure(id, returns(.1, -1, .2, .1, .1, .1), STANDARD)))
                        .as(id)
                        .isEqualTo(Result.Reason.NOT_POSITIVE);
                for (double[] odd : List.of(new double[] {.01}, new double[6], gains(), new double[] {-.01})) {
                    measure(id, returns(odd), STANDARD.forced());
                }
            }
        }
    }

    @Test
    void without_a_loss_there_is_nothing_to_divide_by() {
        for (String id : List.of("omega", "gain_to_pain", "kappa_3", "upside_potential_ratio", "sortino")) {
            assertThat(reason(measure(id, returns(gains()), STANDARD))).as(id).isEqualTo(Result.Reason.NO_LOSS);
        }
        Measurement tail = Risks.TAIL_RATIO.measure(returns(gains()), STANDARD);
        assertThat(tail.notes()).contains("the 5 % quantile is a gain");
        assertThat(value(Risks.VAR_95.measure(returns(gains()), STANDARD))).isNegative();
    }

    @Test
    void where_all_returns_are_equal_no_ratio_over_their_spread_is_defined() {
        double[] same = new double[40];
        Arrays.fill(same, 0.001);
        for (String id : List.of(
                "skewness",
                "kurtosis",
                "psr",
                "min_track_record_length",
                "sharpe_autocorrelated",
                "kelly_continuous")) {
            assertThat(reason(measure(id, returns(same), STANDARD))).as(id).isEqualTo(Result.Reason.ALL_EQUAL);
        }
        assertThat(value(Risks.STABILITY.measure(returns(same), STANDARD))).isCloseTo(1, within(1e-9));
        assertThat(reason(Risks.STABILITY.measure(returns(new double[9]), STANDARD)))
                .isEqualTo(Result.Reason.ALL_EQUAL);
    }

    @Test
    void no_length_makes_a_losing_record_certain() {
        double[] turned = Arrays.stream(TWELVE).map(r -> -r).toArray();
        assertThat(reason(Risks.MIN_TRACK_RECORD_LENGTH.measure(returns(turned), STANDARD)))
                .isEqualTo(Result.Reason.NOT_POSITIVE);
    }

    // Bailey, López de Prado 2014, p. 101: 100 trials of variance 1/2 a year, 250 days: 0.1132 a day
    @Test
    void the_best_of_many_worthless_trials_is_what_a_deflated_ratio_must_beat() {
        assertThat(SharpeCertainty.expectedMaximum(100, Math.sqrt(0.5 / 250))).isCloseTo(0.1132, within(6e-5));
        double plain = value(Risks.PSR.measure(returns(TWELVE), STANDARD));
        Conventions tried = STANDARD.withTrials(new Trials(100, OptionalDouble.of(Math.sqrt(0.5 / 250 * 365))));
        double deflated = value(Further.DSR.measure(returns(TWELVE), tried));
        // Python 3.11, statistics.NormalDist: cdf((s - s*)*sqrt(n-1)/sqrt(1 - g3*s + (g4-1)/4*s*s))
        assertThat(deflated).isCloseTo(0.7423278087299866, within(1e-9));
        assertThat(deflated).isLessThan(plain);
        assertThat(reason(Further.DSR.measure(returns(TWELVE), STANDARD))).isEqualTo(Result.Reason.NOT_AVAILABLE);
        assertThatThrownBy(() -> new Trials(1, OptionalDouble.empty())).hasMessageContaining("at least 2");
    }

    @Test
    void a_required_return_below_minus_one_has_no_rate_of_a_period() {
        assertThat(Risks.OMEGA
                        .measure(returns(TWELVE), STANDARD.withMinimumAcceptable(-10))
                        .because())
                .contains("a yearly rate of −1,000.0 % loses more than all: it has no rate of a period");
    }

    @Test
    void weekly_returns_have_no_best_day() {
        Returns weekly = new Returns(
                LongStream.range(0, 6)
                        .map(i -> Samples.START + 7 * i * Samples.DAY)
                        .toArray(),
                new double[] {.1, -.1, .1, .2, .1, .1},
                Samples.WEEK,
                Samples.UTC);
        assertThat(Risks.BEST_DAY.measure(weekly, STANDARD).because())
                .contains("the returns are further apart than a day");
        assertThat(value(Risks.BEST_WEEK.measure(weekly, STANDARD))).isCloseTo(.2, within(1e-12));
    }

    @Test
    void another_tools_meaning_is_taken_where_it_is_asked_for() {
        Conventions theirs = STANDARD.as(Peer.QUANTSTATS);
        assertThat(theirs.periodsPerYear()).hasValue(252);
        assertThat(STANDARD.withPeriodsPerYear(12).as(Peer.EMPYRICAL).periodsPerYear())
                .hasValue(12);
        // Python 3.11: -(mean + NormalDist().inv_cdf(.05)*stdev)
        assertThat(value(Risks.VAR_95.measure(returns(TWELVE), theirs)))
                .isCloseTo(-(0.003666666666666667 - 1.6448536269514722 * 0.011617645930639174), within(1e-9));
        assertThat(value(Metrics.WIN_RATE.measure(Samples.trades(1, 0, -1, 0), theirs)))
                .isEqualTo(.5);
        assertThat(value(Metrics.WIN_RATE.measure(Samples.trades(1, 0, -1, 0), STANDARD)))
                .isEqualTo(.25);
        double ulcer = value(Metrics.ULCER_INDEX.measure(equity(EquityMetricsTest.EIGHT), STANDARD));
        assertThat(value(Metrics.ULCER_INDEX.measure(equity(EquityMetricsTest.EIGHT), theirs)))
                .isCloseTo(ulcer * Math.sqrt(7 / 6.0), within(1e-12));
        // 100 → 110 → 99: |0.1 - 0.1| / 0.1
        assertThat(value(Depths.RECOVERY_FACTOR.measure(equity(100, 110, 99), theirs)))
                .isCloseTo(0, within(1e-12));
        assertThat(Peer.parse(" Freqtrade ")).isEqualTo(Peer.FREQTRADE);
        assertThatThrownBy(() -> Peer.parse("ffn"))
                .hasMessage("--compat: found \"ffn\", expected one of own, quantstats, empyrical,"
                        + " performanceanalytics, freqtrade");
    }

    private static double[] gains() {
        return new double[] {.01, .02, .01, .03, .02, .01, .02};
    }

    @SuppressWarnings("unchecked")
    static Measurement measure(String id, Returns returns, Conventions conventions) {
        return ((Metric<Returns>) Metrics.byId(id)).measure(returns, conventions);
    }
}
