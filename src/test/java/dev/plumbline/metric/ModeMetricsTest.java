package dev.plumbline.metric;

import static dev.plumbline.metric.Samples.STANDARD;
import static dev.plumbline.metric.Samples.START;
import static dev.plumbline.metric.Samples.WEEK;
import static dev.plumbline.metric.Samples.modes;
import static dev.plumbline.metric.Samples.reason;
import static dev.plumbline.metric.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.ModeHistory;
import org.junit.jupiter.api.Test;

final class ModeMetricsTest {

    private static final String LEARN = "LEARNING";
    private static final String TRADE = "TRADING";

    @Test
    void by_rows_the_carried_state_does_not_count_and_by_time_it_does() {
        // carried learning until hour 42 of 168, trading until 126, learning to the end
        ModeHistory history = modes(new double[] {-5, 42, 84, 126}, LEARN, TRADE, TRADE, LEARN);
        Measurement rows = Metrics.modeShareRows(TRADE).measure(history, STANDARD);
        Measurement time = Metrics.modeShareTime(TRADE).measure(history, STANDARD);
        assertThat(value(rows)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(rows.n()).isEqualTo(3);
        assertThat(rows.notes()).containsExactly("by rows");
        assertThat(value(time)).isEqualTo(0.5);
        assertThat(time.n()).isEqualTo(4);
        assertThat(time.notes()).containsExactly("by time");
    }

    @Test
    void a_series_without_a_carried_state_counts_from_its_first_row() {
        int[] series = {0, 0, 1};
        ModeHistory history = modes(series, new double[] {-1, 84, 126}, LEARN, TRADE, TRADE);
        // 84 h and 42 h of trading in 168 h and 42 h
        assertThat(value(Metrics.modeShareTime(TRADE).measure(history, STANDARD)))
                .isCloseTo(126 / 210.0, within(1e-15));
    }

    @Test
    void time_in_a_mode_ends_with_the_newest_row() {
        ModeHistory whole = modes(new double[] {0, 10}, LEARN, TRADE);
        ModeHistory cut = new ModeHistory(
                whole.series(), whole.micros(), whole.mode(), whole.carried(), START + 40 * Samples.HOUR, WEEK);
        assertThat(value(Metrics.modeShareTime(TRADE).measure(cut, STANDARD))).isEqualTo(0.75);
    }

    @Test
    void rows_that_repeat_each_other_are_worth_less() {
        double[] hours = new double[100];
        String[] modes = new String[100];
        for (int i = 0; i < 100; i++) {
            hours[i] = i;
            modes[i] = i < 50 ? LEARN : TRADE;
        }
        Evidence.Mean mean = (Evidence.Mean) Metrics.modeShareRows(TRADE)
                .measure(modes(hours, modes), STANDARD)
                .evidence();
        assertThat(mean.n()).isEqualTo(100);
        assertThat(mean.effective()).isLessThan(3);
    }

    @Test
    void a_transition_differs_from_the_row_before_it_in_the_same_series() {
        int[] series = {0, 0, 0, 0, 1, 1};
        ModeHistory history = modes(series, new double[] {-1, 1, 2, 3, 1, 2}, LEARN, TRADE, TRADE, LEARN, TRADE, TRADE);
        Measurement weekly = Metrics.MODE_TRANSITIONS.measure(history, STANDARD);
        assertThat(value(weekly)).isEqualTo(2);
        assertThat(weekly.evidence()).isEqualTo(new Evidence.Rate(2, 1, ((Evidence.Rate) weekly.evidence()).spread()));
        assertThat(weekly.n()).isEqualTo(5);
        assertThat(weekly.interval().orElseThrow().method()).isEqualTo("exact Poisson");
    }

    @Test
    void half_a_week_of_states_is_scaled_to_a_week() {
        ModeHistory history = modes(new double[] {84, 90, 100}, LEARN, TRADE, LEARN);
        assertThat(value(Metrics.MODE_TRANSITIONS.measure(history, STANDARD))).isEqualTo(4);
    }

    @Test
    void the_peak_is_of_one_series_within_an_hour() {
        int[] series = {0, 0, 0, 0, 0, 1, 1};
        double[] hours = {0, 1, 1.5, 1.999, 2.001, 1.2, 1.6};
        ModeHistory history = modes(series, hours, LEARN, TRADE, LEARN, TRADE, LEARN, TRADE, LEARN);
        assertThat(value(Metrics.MODE_TRANSITIONS_PEAK.measure(history, STANDARD)))
                .isEqualTo(3);
        assertThat(value(Metrics.MODE_TRANSITIONS_PEAK.measure(modes(new double[] {0}, LEARN), STANDARD)))
                .isZero();
    }

    @Test
    void transitions_a_whole_hour_apart_are_not_within_an_hour() {
        ModeHistory history = modes(new double[] {0, 1, 2, 3}, LEARN, TRADE, LEARN, TRADE);
        assertThat(value(Metrics.MODE_TRANSITIONS_PEAK.measure(history, STANDARD)))
                .isEqualTo(1);
    }

    @Test
    void without_states_nothing_is_known() {
        ModeHistory none = modes(new double[0]);
        assertThat(reason(Metrics.modeShareRows(TRADE).measure(none, STANDARD))).isEqualTo(Result.Reason.NONE);
        assertThat(reason(Metrics.modeShareTime(TRADE).measure(none, STANDARD))).isEqualTo(Result.Reason.NONE);
        assertThat(reason(Metrics.MODE_TRANSITIONS.measure(none, STANDARD))).isEqualTo(Result.Reason.NONE);
        assertThat(reason(Metrics.MODE_TRANSITIONS_PEAK.measure(none, STANDARD)))
                .isEqualTo(Result.Reason.NONE);
    }

    @Test
    void modes_are_listed_once() {
        assertThat(Metrics.modes(modes(new double[] {-1, 2, 3}, TRADE, LEARN, TRADE)))
                .containsExactly(LEARN, TRADE);
    }
}
