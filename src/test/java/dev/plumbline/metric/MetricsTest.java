package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MetricsTest {

    @Test
    void every_constant_is_in_the_list_once_and_found_by_its_id() throws IllegalAccessException {
        List<java.lang.reflect.Field> constants =
                constants(Metrics.class, Operations.class, News.class, Outcomes.class, Risks.class, Depths.class);
        assertThat(Metrics.ALL).hasSameSizeAs(constants).doesNotHaveDuplicates();
        assertThat(Further.ALL).hasSameSizeAs(constants(Further.class)).doesNotContainAnyElementsOf(Metrics.ALL);
        assertThat(Benchmarks.ALL).hasSameSizeAs(constants(Benchmarks.class));
        constants.addAll(constants(Further.class, Benchmarks.class));
        for (java.lang.reflect.Field field : constants) {
            Metric<?> metric = (Metric<?>) field.get(null);
            assertThat(metric.id()).isEqualTo(field.getName().toLowerCase(java.util.Locale.ROOT));
            assertThat(Metrics.byId(metric.id())).isSameAs(metric);
        }
    }

    private static List<java.lang.reflect.Field> constants(Class<?>... holders) {
        return Stream.of(holders)
                .flatMap(holder -> Arrays.stream(holder.getFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Metric.class)
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    }

    @Test
    void an_unknown_id_names_the_nearest() {
        assertThatThrownBy(() -> Metrics.byId("profit_facto"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no metric \"profit_facto\"; nearest: profit_factor, ");
        assertThatThrownBy(() -> Metrics.byId("Win_rat")).hasMessageContaining("nearest: win_rate, ");
        assertThatThrownBy(() -> Metrics.byId("drawdown")).hasMessageContaining("drawdown_from_peak");
    }

    @Test
    void shares_of_an_action_or_a_mode_are_found_by_name() {
        assertThat(Metrics.byId("action_share:open_long").id()).isEqualTo("action_share");
        assertThat(Metrics.byId("mode_share_rows:TRADING").id()).isEqualTo("mode_share_rows");
        assertThat(Metrics.byId("mode_share_time:TRADING").id()).isEqualTo("mode_share_time");
    }

    @Test
    void a_family_has_members_and_no_value() {
        assertThat(Metrics.ACTION_SHARE.measure(Samples.actions(java.util.Map.of("hold", 3L)), Samples.STANDARD))
                .hasToString("action_share undefined: a share of one action: measure by(\"action\")");
        assertThat(Metrics.MODE_SHARE_TIME
                        .measure(Samples.modes(new double[] {0}, "TRADING"), Samples.STANDARD)
                        .because())
                .contains("a share of one mode: measure by(\"mode\")");
    }

    @Test
    void a_value_is_finite_and_a_note_is_said_once() {
        assertThatThrownBy(() -> Result.of(Double.NaN, 1)).hasMessageContaining("a value must be finite");
        Result.Value value = Result.of(1, 1).noting("a").noting("").noting("a").noting("b");
        assertThat(value.notes()).containsExactly("a", "b");
        Result.Undefined none = Result.undefined(0, Result.Reason.NONE, "no trades");
        assertThat(none.noting("a")).isSameAs(none);
        assertThatThrownBy(() -> new Interval(2, 1, 0.95, "x")).hasMessageContaining("ends before it begins");
        assertThatThrownBy(() -> Moments.of(new double[0])).hasMessageContaining("at least one");
    }

    @Test
    void a_measurement_says_slice_interval_and_notes() {
        Measurement measured = Metrics.WIN_RATE
                .measure(Samples.trades(1, -1), Samples.STANDARD)
                .of(dev.plumbline.model.Slice.of("symbol", "ETH/USDT"));
        assertThat(measured.title()).isEqualTo("win rate, ETH/USDT");
        assertThat(measured).hasToString("win_rate symbol=ETH/USDT 50.0 % [9.5 %, 90.5 %], n = 2");
        assertThat(measured.because()).isEmpty();
        assertThat(Metrics.WIN_RATE).hasToString("win_rate");
    }

    @Test
    void units_write_their_values() {
        assertThat(Unit.SHARE.format(-0.123)).isEqualTo("−12.3 %");
        assertThat(Unit.MONEY.format(12_304.5)).isEqualTo("12,304.50");
        // an account in BTC: Python 3.11, f"{x:.4g}"
        assertThat(Unit.MONEY.format(4.511278e-5)).isEqualTo("0.00004511");
        assertThat(Unit.MONEY.format(-0.0010419)).isEqualTo("−0.001042");
        assertThat(Unit.MONEY.format(0.05442)).isEqualTo("0.054");
        assertThat(Unit.MONEY.format(0.05)).isEqualTo("0.05");
        assertThat(Unit.MONEY.format(0)).isEqualTo("0.00");
        // what is left of 0.1 + 0.2 - 0.3
        assertThat(Unit.MONEY.format(-5.551e-17)).isEqualTo("0.00");
        assertThat(Unit.COUNT.format(1.25)).isEqualTo("1.3");
        assertThat(Unit.SECONDS.format(252)).isEqualTo("4.2 min");
        assertThat(Unit.SECONDS.format(3 * 86_400)).isEqualTo("3.0 d");
        assertThat(Unit.SECONDS.format(7_200)).isEqualTo("2.0 h");
        assertThat(Unit.PER_WEEK.format(19)).isEqualTo("19.0 a week");
        assertThat(Unit.PER_DAY.format(1)).isEqualTo("1.0 a day");
        assertThat(Unit.SHARE.formatChange(0.157)).isEqualTo("+15.7 pt");
        assertThat(Unit.PER_HOUR.formatChange(-2)).isEqualTo("−2.0");
        assertThat(Unit.RATIO.formatChange(-0.0001)).isEqualTo("0.00");
    }
}
