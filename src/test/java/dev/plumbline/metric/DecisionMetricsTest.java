package dev.plumbline.metric;

import static dev.plumbline.metric.Samples.STANDARD;
import static dev.plumbline.metric.Samples.WEEK;
import static dev.plumbline.metric.Samples.actions;
import static dev.plumbline.metric.Samples.confidence;
import static dev.plumbline.metric.Samples.reason;
import static dev.plumbline.metric.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecisionMetricsTest {

    private static final ActionCounts MIX =
            actions(Map.of("hold", 50L, "open_long", 30L, "open_short", 15L, "close_long", 5L));

    // 0.5, 0.52 … is one series of twelve, 0.8, 0.7 … another of six
    private static final ConfidenceReadings TWO_SERIES = confidence(
            new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1},
            .5,
            .52,
            .55,
            .53,
            .58,
            .6,
            .57,
            .55,
            .52,
            .5,
            .49,
            .51,
            .8,
            .7,
            .8,
            .7,
            .8,
            .7);

    @Test
    void an_actions_share_is_a_proportion() {
        Measurement measured = Metrics.actionShare("open_long").measure(MIX, STANDARD);
        assertThat(value(measured)).isEqualTo(0.3);
        assertThat(measured.title()).isEqualTo("share of decisions");
        assertThat(measured.evidence()).isEqualTo(new Evidence.Proportion(30, 100));
        assertThat(measured.interval().orElseThrow().method()).isEqualTo("Wilson");
        assertThat(value(Metrics.actionShare("close_short").measure(MIX, STANDARD)))
                .isZero();
        assertThat(value(Metrics.OPEN_SHARE.measure(MIX, STANDARD))).isEqualTo(0.45);
    }

    // python3: -sum(k/100*math.log2(k/100) for k in [50, 30, 15, 5])
    @Test
    void entropy_is_in_bits() {
        assertThat(value(Metrics.ACTION_ENTROPY.measure(MIX, STANDARD))).isCloseTo(1.647730922119161, within(1e-12));
        assertThat(value(Metrics.ACTION_ENTROPY.measure(actions(Map.of("hold", 9L, "wait", 0L)), STANDARD)))
                .isZero();
    }

    @Test
    void decisions_an_hour_are_a_rate_over_the_period() {
        Measurement measured = Metrics.DECISIONS_PER_HOUR.measure(MIX, STANDARD);
        assertThat(value(measured)).isCloseTo(100 / 168.0, within(1e-15));
        assertThat(measured.evidence()).isEqualTo(new Evidence.Rate(100, 168));
        assertThat(measured.text()).isEqualTo("0.6 an hour");
        ActionCounts instant = new ActionCounts(Map.of("hold", 3L), Period.of(WEEK.from(), WEEK.from()));
        assertThat(reason(Metrics.DECISIONS_PER_HOUR.measure(instant, STANDARD)))
                .isEqualTo(Result.Reason.TOO_SHORT);
    }

    @Test
    void without_decisions_shares_are_undefined_and_the_rate_is_zero() {
        ActionCounts none = actions(Map.of());
        assertThat(reason(Metrics.OPEN_SHARE.measure(none, STANDARD))).isEqualTo(Result.Reason.NONE);
        assertThat(reason(Metrics.ACTION_ENTROPY.measure(none, STANDARD))).isEqualTo(Result.Reason.NONE);
        assertThat(value(Metrics.DECISIONS_PER_HOUR.measure(none, STANDARD))).isZero();
    }

    // python3: r = sum(d[i]*d[i-1])/sum(d*d) about each series' own mean; min(n, max(1, n*(1-r)/(1+r))):
    //   2.578177727784029 and 6; fmean and stdev of all
    @Test
    void confidence_counts_only_what_its_readings_are_worth() {
        Measurement measured = Metrics.CONFIDENCE.measure(TWO_SERIES, STANDARD);
        assertThat(value(measured)).isCloseTo(0.6066666666666667, within(1e-12));
        Evidence.Mean mean = (Evidence.Mean) measured.evidence();
        assertThat(mean.effective()).isCloseTo(8.578177727784029, within(1e-9));
        assertThat(mean.sd()).isCloseTo(0.11203990885604374, within(1e-12));
        assertThat(measured.notes()).containsExactly("worth 9 independent readings");
        assertThat(measured.interval().orElseThrow().method()).isEqualTo("Student");
    }

    @Test
    void a_series_that_never_changes_is_worth_one_reading() {
        ConfidenceReadings flat = confidence(new int[12], .6, .6, .6, .6, .6, .6, .6, .6, .6, .6, .6, .6);
        Measurement measured = Metrics.CONFIDENCE.measure(flat, STANDARD);
        assertThat(((Evidence.Mean) measured.evidence()).effective()).isEqualTo(1);
        assertThat(measured.interval()).isEmpty();
    }

    // python3: statistics.quantiles(…, n=20, method='inclusive'), min, max, stdev
    @ParameterizedTest
    @CsvSource({
        "confidence_min, 0.49",
        "confidence_max, 0.8",
        "confidence_p50, 0.56",
        "confidence_p05, 0.4985",
        "confidence_p95, 0.8",
        "confidence_sd, 0.11203990885604374"
    })
    void the_spread_of_confidence_is_of_all_readings(String id, double expected) {
        assertThat(value(measure(id, TWO_SERIES))).isCloseTo(expected, within(1e-12));
    }

    @Test
    void without_readings_nothing_is_known_of_confidence() {
        for (Metric<?> metric : Metrics.ALL) {
            if (metric.sample() == ConfidenceReadings.class) {
                assertThat(measure(metric.id(), confidence(new int[0])).because())
                        .as(metric.id())
                        .contains("no confidence readings");
            }
        }
        assertThat(reason(Metrics.CONFIDENCE_SD.measure(confidence(new int[1], .5), STANDARD)))
                .isEqualTo(Result.Reason.ONE);
        assertThat(value(Metrics.CONFIDENCE.measure(confidence(new int[1], .5), STANDARD)))
                .isEqualTo(.5);
    }

    @SuppressWarnings("unchecked")
    private static Measurement measure(String id, ConfidenceReadings readings) {
        return ((Metric<ConfidenceReadings>) Metrics.byId(id)).measure(readings, STANDARD);
    }
}
