package dev.plumbline.metric;

import static dev.plumbline.metric.Samples.DAY;
import static dev.plumbline.metric.Samples.HOUR;
import static dev.plumbline.metric.Samples.STANDARD;
import static dev.plumbline.metric.Samples.START;
import static dev.plumbline.metric.Samples.UTC;
import static dev.plumbline.metric.Samples.WEEK;
import static dev.plumbline.metric.Samples.equity;
import static dev.plumbline.metric.Samples.reason;
import static dev.plumbline.metric.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.EquityCurve;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EquityMetricsTest {

    static final double[] EIGHT = {1000, 1010, 990, 1005, 970, 980, 1012, 1001};

    // python3: pk = 0; dd = []; for v in eq: pk = max(pk, v); dd.append(1 - v/pk); max(dd); dd[-1];
    //   math.sqrt(sum(q*q for q in dd[1:])/7)
    @ParameterizedTest
    @CsvSource({
        "total_return, 0.0009999999999998899",
        "max_drawdown, 0.03960396039603964",
        "current_drawdown, 0.010869565217391353",
        "drawdown_from_peak, 0.010869565217391353",
        "ulcer_index, 0.020651922748708525",
        "max_drawdown_duration, 432000",
        "longest_underwater, 432000"
    })
    void eight_points_give_the_known_values(String id, double expected) {
        assertThat(value(measure(id, equity(EIGHT)))).isCloseTo(expected, within(1e-12));
    }

    @Test
    void a_loss_in_the_first_period_is_a_drawdown_from_the_carried_value() {
        EquityCurve curve = equity(new double[] {100, 90, 95}, new double[3], HOUR, true);
        Measurement measured = measure("max_drawdown", curve);
        assertThat(value(measured)).isCloseTo(0.1, within(1e-12));
        assertThat(measured.n()).isEqualTo(2);
    }

    @Test
    void a_deposit_does_not_hide_a_drawdown_nor_a_withdrawal_make_one() {
        EquityCurve deposit = equity(new double[] {100, 90, 190, 171}, new double[] {0, 0, 100, 0}, DAY, false);
        assertThat(value(measure("max_drawdown", deposit))).isCloseTo(1 - 0.9 * 0.9, within(1e-12));
        assertThat(value(measure("total_return", deposit))).isCloseTo(0.81 - 1, within(1e-12));
        EquityCurve withdrawal = equity(new double[] {100, 110, 60, 66}, new double[] {0, 0, -50, 0}, DAY, false);
        assertThat(value(measure("max_drawdown", withdrawal))).isZero();
        assertThat(value(measure("total_return", withdrawal))).isCloseTo(0.21, within(1e-12));
    }

    // 100 → 90 before 1,000 are put in at noon, and half of the 1,090 is lost after: 0.9 · 545/1090 - 1
    @Test
    void a_days_return_does_not_count_what_was_put_in_at_noon_as_capital_of_the_morning() {
        double[] value = {100, 1090, 545, 600};
        long[] micros = {START, START + 36 * HOUR, START + 47 * HOUR, START + 71 * HOUR};
        EquityCurve curve =
                new EquityCurve(micros, value, new double[] {0, 1000, 0, 0}, false, WEEK, UTC, "USDT", "reported");
        assertThat(curve.dailyReturns().value()[0]).isCloseTo(0.9 * 0.5 - 1, within(1e-12));
        assertThat(curve.dailyReturns().value()[1]).isCloseTo(600 / 545.0 - 1, within(1e-12));
        assertThat(curve.dailyReturns().micros()).containsExactly(micros[2], micros[3]);
        assertThat(equity(EIGHT).dailyReturns())
                .usingRecursiveComparison()
                .isEqualTo(equity(EIGHT).returns());
        assertThat(equity().dailyReturns().size()).isZero();
    }

    @Test
    void a_stay_below_a_peak_that_has_not_ended_is_ongoing() {
        EquityCurve curve = equity(100, 90, 100, 101, 99, 98, 99);
        Measurement deepest = measure("max_drawdown_duration", curve);
        Measurement longest = measure("longest_underwater", curve);
        assertThat(value(deepest)).isEqualTo(2 * 86_400);
        assertThat(deepest.notes()).isEmpty();
        assertThat(value(longest)).isEqualTo(3 * 86_400);
        assertThat(longest.notes()).containsExactly("ongoing");
        assertThat(value(measure("longest_underwater", equity(1, 2, 3)))).isZero();
    }

    // python3: (1001/1000)**(365/60) - 1, and that over the drawdown 0.03960396039603964
    @Test
    void growth_a_year_needs_thirty_days() {
        long step = 60 * DAY / 7;
        EquityCurve sixty = equity(EIGHT, new double[8], step, false);
        assertThat(value(measure("cagr", sixty))).isCloseTo(0.006098816200352575, within(1e-9));
        assertThat(value(measure("calmar", sixty))).isCloseTo(0.15399510905890237, within(1e-8));
        Measurement week = measure("cagr", equity(EIGHT));
        assertThat(week).hasToString("cagr undefined: 7 days of equity, 30 needed");
        assertThat(reason(measure("calmar", equity(EIGHT)))).isEqualTo(Result.Reason.TOO_SHORT);
        assertThat(Metrics.CAGR.measure(equity(EIGHT), STANDARD.forced()).isDefined())
                .isTrue();
    }

    @Test
    void a_month_of_cycles_is_thirty_days() {
        double[] value = new double[30 * 24];
        java.util.Arrays.fill(value, 5);
        assertThat(value(measure("cagr", equity(value, new double[value.length], HOUR, false))))
                .isZero();
    }

    @Test
    void calmar_is_undefined_without_a_drawdown() {
        EquityCurve rising = equity(new double[] {100, 101, 102}, new double[3], 20 * DAY, false);
        assertThat(measure("calmar", rising).because()).contains("equity was never below its peak");
        assertThat(value(measure("max_drawdown", rising))).isZero();
    }

    @Test
    void every_metric_needs_two_points_above_zero() {
        for (Metric<?> metric : Metrics.ALL) {
            if (metric.sample() == EquityCurve.class) {
                String id = metric.id();
                assertThat(reason(measure(id, equity()))).as(id).isEqualTo(Result.Reason.NONE);
                assertThat(reason(measure(id, equity(new double[] {7}, new double[1], DAY, true))))
                        .as(id)
                        .isEqualTo(Result.Reason.NONE);
                assertThat(reason(measure(id, equity(7)))).as(id).isEqualTo(Result.Reason.ONE);
                assertThat(reason(measure(id, equity(7, 0, 3)))).as(id).isEqualTo(Result.Reason.NOT_POSITIVE);
            }
        }
        assertThat(measure("max_drawdown", equity(7, 8, -2)).because())
                .contains("equity point 3 of 3, at 2026-11-11T00:00:00Z, is -2.0: a positive number was expected");
        EquityCurve drained = equity(new double[] {100, 50}, new double[] {0, 60}, DAY, false);
        assertThat(measure("max_drawdown", drained).because())
                .contains(
                        "equity point 2 of 2, at 2026-11-10T00:00:00Z, is 50.0 after a flow of 60.0: a positive number"
                                + " was expected");
    }

    @Test
    void the_interval_of_a_drawdown_is_of_daily_closes() {
        double[] value = new double[40];
        double[] noise = BootstrapTest.normal(40, 3);
        value[0] = 100;
        for (int i = 1; i < value.length; i++) {
            value[i] = value[i - 1] * (1 + 0.01 * noise[i]);
        }
        Measurement measured = measure("max_drawdown", equity(value));
        assertThat(measured.notes()).containsExactly("interval from daily closes");
        assertThat(measured.interval().orElseThrow().low()).isPositive();
        assertThat(measured.evidence()).isInstanceOf(Evidence.Series.class);
        assertThat(measure("max_drawdown", equity(EIGHT)).interval()).isEmpty();
    }

    /** Each day falls by a tenth and comes back: so does every order of the days, and no close shows it. */
    @Test
    void the_interval_of_a_drawdown_knows_the_falls_inside_days() {
        long hour = 3_600_000_000L;
        long[] micros = new long[48];
        double[] value = new double[48];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = WEEK.fromMicros() + 6L * i * hour;
            value[i] = i % 4 == 2 ? 90 : 100;
        }
        EquityCurve curve = new EquityCurve(micros, value, new double[48], false, WEEK, UTC, "USDT", "reported");
        Measurement measured = measure("max_drawdown", curve);
        Interval range = measured.interval().orElseThrow();
        assertThat(range.low()).isCloseTo(0.1, within(1e-12));
        assertThat(range.high()).isCloseTo(0.1, within(1e-12));
        assertThat(measured.notes()).containsExactly("interval from whole days");
    }

    @Test
    void modelled_equity_says_so() {
        EquityCurve curve = equity(1, 2, 3);
        EquityCurve modelled = new EquityCurve(
                curve.micros(), curve.value(), curve.flow(), false, curve.period(), curve.zone(), "USDT", "modelled");
        for (String id : List.of("total_return", "max_drawdown")) {
            assertThat(measure(id, modelled).notes()).as(id).containsExactly("modelled");
        }
    }

    @Test
    void returns_make_a_curve_whose_first_return_has_its_own_period() {
        EquityCurve curve = TimeWeighted.curve(Samples.returns(0.1, -0.5, 0.2));
        assertThat(curve.value()).containsExactly(1, 1.1, 0.55, 0.66);
        assertThat(TimeWeighted.of(curve).days()).isEqualTo(3);
        assertThat(curve.size()).isEqualTo(3);
    }

    @SuppressWarnings("unchecked")
    static Measurement measure(String id, EquityCurve curve) {
        return ((Metric<EquityCurve>) Metrics.byId(id)).measure(curve, STANDARD);
    }
}
