package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Period;
import dev.plumbline.model.Returns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DayTotalTest {

    private static final long HOUR = 3_600_000_000L;
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private static Period days(int days) {
        return Period.of(START, START.plusSeconds(86_400L * days));
    }

    private static long[] after(long... hours) {
        return LongStream.of(hours)
                .map(hour -> days(1).fromMicros() + hour * HOUR)
                .toArray();
    }

    @Test
    void readings_are_added_up_by_day_and_a_day_without_any_is_left_out() {
        assertThat(DayTotal.of(days(3), after(0, 23, 48, 50, 71), new double[] {1, 2, 4, -8, 16}))
                .containsExactly(new DayTotal(3, 2), new DayTotal(12, 3));
    }

    @Test
    void more_than_four_hundred_days_are_not_kept() {
        assertThat(DayTotal.each(new double[400])).hasSize(400);
        assertThat(DayTotal.each(new double[401])).isEmpty();
    }

    @Test
    void a_day_without_readings_or_with_an_endless_sum_is_refused() {
        assertThatThrownBy(() -> new DayTotal(0, 0))
                .hasMessage("found a day of 0 readings with the sum 0.0: at least one and a finite sum were expected");
        assertThatThrownBy(() -> new DayTotal(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A return is stamped with its end, which is the midnight after its day. */
    @Test
    void daily_returns_keep_a_day_each() {
        Returns returns = new Returns(after(24, 48, 72), new double[] {0.01, -0.02, 0.04}, days(3), ZoneOffset.UTC);
        Evidence.Mean mean = (Evidence.Mean)
                Metrics.DAILY_RETURN.measure(returns, Conventions.standard()).evidence();
        assertThat(mean.spread().degrees()).isEqualTo(2);
        assertThat(mean.days())
                .isEqualTo(List.of(new DayTotal(0.01, 1), new DayTotal(-0.02, 1), new DayTotal(0.04, 1)));
    }
}
