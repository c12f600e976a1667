package dev.plumbline.metric;

import static dev.plumbline.metric.Samples.STANDARD;
import static dev.plumbline.metric.Samples.reason;
import static dev.plumbline.metric.Samples.runs;
import static dev.plumbline.metric.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.Period;
import dev.plumbline.model.RetrainingRuns;
import org.junit.jupiter.api.Test;

final class RetrainingMetricsTest {

    private static final RetrainingRuns FIVE = runs(
            2,
            new double[] {60, 120, 300, 90, Double.NaN},
            "success",
            "success",
            "below_target",
            "error",
            "in_progress");

    @Test
    void runs_a_day_are_over_symbols_and_days() {
        Measurement measured = Metrics.RETRAININGS_PER_DAY.measure(FIVE, STANDARD);
        assertThat(value(measured)).isCloseTo(5 / 14.0, within(1e-15));
        assertThat(measured.evidence())
                .isEqualTo(new Evidence.Rate(5, 14, ((Evidence.Rate) measured.evidence()).spread()));
        assertThat(measured.notes()).containsExactly("per symbol");
    }

    @Test
    void no_runs_are_a_rate_of_zero_with_an_interval() {
        Measurement measured = Metrics.RETRAININGS_PER_DAY.measure(runs(1, new double[0]), STANDARD);
        assertThat(value(measured)).isZero();
        // 3.688879454113936 (python3, see IntervalsTest) in 7 days
        assertThat(measured.interval().orElseThrow().high()).isCloseTo(3.688879454113936 / 7, within(1e-6));
    }

    @Test
    void a_rate_needs_symbols_and_time() {
        assertThat(reason(Metrics.RETRAININGS_PER_DAY.measure(runs(0, new double[0]), STANDARD)))
                .isEqualTo(Result.Reason.NOT_AVAILABLE);
        Period instant = Period.of(Samples.WEEK.from(), Samples.WEEK.from());
        RetrainingRuns none = new RetrainingRuns(new long[0], new String[0], new double[0], new double[0], 1, instant);
        assertThat(reason(Metrics.RETRAININGS_PER_DAY.measure(none, STANDARD))).isEqualTo(Result.Reason.TOO_SHORT);
    }

    @Test
    void success_is_over_finished_runs_and_beside_it_over_all() {
        Measurement finished = Metrics.RETRAINING_SUCCESS_RATE.measure(FIVE, STANDARD);
        assertThat(value(finished)).isEqualTo(0.5);
        assertThat(finished.evidence())
                .isEqualTo(new Evidence.Proportion(2, 4, ((Evidence.Proportion) finished.evidence()).spread()));
        assertThat(finished.notes()).containsExactly("1 not finished, not counted");
        Measurement all = Metrics.RETRAINING_SUCCESS_RATE_ALL.measure(FIVE, STANDARD);
        assertThat(value(all)).isEqualTo(0.4);
        assertThat(all.notes()).containsExactly("as the playbook divides");
    }

    // python3: statistics.fmean([60, 120, 300, 90]); statistics.quantiles(…, n=20, method='inclusive')[-1]
    @Test
    void durations_are_of_the_runs_that_say_one() {
        Measurement mean = Metrics.RETRAINING_DURATION.measure(FIVE, STANDARD);
        assertThat(value(mean)).isEqualTo(142.5);
        assertThat(mean.n()).isEqualTo(4);
        assertThat(value(Metrics.RETRAINING_DURATION_P95.measure(FIVE, STANDARD)))
                .isCloseTo(273, within(1e-9));
        assertThat(value(Metrics.RETRAINING_CONFIDENCE_AFTER.measure(FIVE, STANDARD)))
                .isCloseTo(0.7, within(1e-15));
    }

    @Test
    void without_runs_only_the_rate_is_known() {
        RetrainingRuns none = runs(1, new double[0]);
        assertThat(reason(Metrics.RETRAINING_SUCCESS_RATE.measure(none, STANDARD)))
                .isEqualTo(Result.Reason.NONE);
        assertThat(reason(Metrics.RETRAINING_SUCCESS_RATE_ALL.measure(none, STANDARD)))
                .isEqualTo(Result.Reason.NONE);
        assertThat(reason(Metrics.RETRAINING_DURATION.measure(none, STANDARD))).isEqualTo(Result.Reason.NONE);
        assertThat(reason(Metrics.RETRAINING_DURATION_P95.measure(none, STANDARD)))
                .isEqualTo(Result.Reason.NONE);
    }
}
