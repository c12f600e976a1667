package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.ErrorCounts;
import dev.plumbline.model.Heartbeats;
import dev.plumbline.model.Period;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class OperationsTest {

    private static final Instant START = Instant.parse("2026-11-10T00:00:00Z");
    private static final Period DAY = Period.of(START, Instant.parse("2026-11-11T00:00:00Z"));
    private static final Conventions STANDARD = Conventions.standard();

    /** Beats every five minutes, but for those between two hours of the day. */
    private static Heartbeats beats(int silentFrom, int silentTo) {
        long[] micros = LongStream.range(0, 288)
                .filter(i -> i * 5 <= silentFrom * 60L || i * 5 >= silentTo * 60L)
                .map(i -> Period.micros(START) + i * 300_000_000L)
                .toArray();
        return new Heartbeats(micros, DAY);
    }

    @Test
    void a_bot_that_always_beats_is_always_up() {
        assertThat(Operations.UPTIME.measure(beats(0, 0), STANDARD).value()).hasValue(1);
    }

    @Test
    void a_gap_counts_up_to_twice_the_usual_one() {
        // 9 h silent of 24, less the 10 minutes that a gap may take: (24 - 9 + 10/60) / 24
        assertThat(Operations.UPTIME.measure(beats(2, 11), STANDARD).value().getAsDouble())
                .isCloseTo(0.6319444444444444, within(1e-12));
    }

    @Test
    void planned_downtime_is_neither_a_gap_nor_time_to_be_covered() {
        Period night = Period.of(START.plusSeconds(2 * 3_600), START.plusSeconds(11 * 3_600));
        Measurement planned = Operations.UPTIME.measure(beats(2, 11).without(List.of(night, night)), STANDARD);
        assertThat(planned.value()).hasValue(1);
        assertThat(planned.notes()).contains("planned downtime of 9.0 h taken out");
        // planned until 06:00 only: 5 of the 20 hours that are left are silent, less the 10 minutes that a gap may take
        Period half = Period.of(START.plusSeconds(2 * 3_600), START.plusSeconds(6 * 3_600));
        // (20 - 5 + 10/60) / 20
        assertThat(Operations.UPTIME
                        .measure(beats(2, 11).without(List.of(half)), STANDARD)
                        .value()
                        .getAsDouble())
                .isCloseTo(0.7583333333333333, within(1e-12));
    }

    @Test
    void downtime_outside_the_period_changes_nothing() {
        Heartbeats beats = beats(2, 11);
        assertThat(beats.without(List.of(Period.of(START.minusSeconds(9_000), START))))
                .isSameAs(beats);
    }

    @Test
    void a_bot_that_died_is_down_until_the_end() {
        // the last beat at 06:00, and 10 minutes: (6 + 10/60) / 24
        assertThat(Operations.UPTIME.measure(beats(6, 24), STANDARD).value().getAsDouble())
                .isCloseTo(0.2569444444444444, within(1e-12));
    }

    @Test
    void two_signs_of_life_have_no_usual_gap() {
        Heartbeats two = new Heartbeats(new long[] {Period.micros(START), Period.micros(START) + 5}, DAY);
        assertThat(Operations.UPTIME.measure(two, STANDARD).because()).contains("2 signs of life, 3 needed");
    }

    @Test
    void errors_are_divided_by_what_is_named() {
        Measurement rate = Operations.ERROR_RATE.measure(new ErrorCounts(3, 1_000, "candles", DAY), STANDARD);
        assertThat(rate.value()).hasValue(0.003);
        assertThat(rate.notes()).containsExactly("3 errors / 1000 candles");
        // Garwood by bisection of the Poisson distribution, python 3.11: cdf(2, m) = 0.975, cdf(3, m) = 0.025
        assertThat(rate.interval().orElseThrow().low()).isCloseTo(0.0006186721, within(1e-9));
        assertThat(rate.interval().orElseThrow().high()).isCloseTo(0.0087672731, within(1e-9));
    }

    @Test
    void without_attempts_there_is_no_error_rate() {
        assertThat(Operations.ERROR_RATE
                        .measure(new ErrorCounts(0, 0, "cycles", DAY), STANDARD)
                        .because())
                .contains("no cycles in the period");
    }

    /** Excess over the daily mean of 3: six days of -3 and one of 18; (6·9 + 324) / 21 · 7/6 = 21. */
    @Test
    void a_burst_of_errors_on_one_day_is_evidence_of_days_that_differ() {
        ErrorCounts burst = new ErrorCounts(21, 7_000, "cycles", List.of(0L, 0L, 0L, 21L, 0L, 0L, 0L), DAY);
        Evidence.Rate evidence =
                (Evidence.Rate) Operations.ERROR_RATE.measure(burst, STANDARD).evidence();
        assertThat(evidence.spread().factor()).isCloseTo(21, within(1e-9));
        assertThat(evidence.spread().degrees()).isEqualTo(6);
    }
}
