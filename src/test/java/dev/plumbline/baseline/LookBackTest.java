package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookBackTest {

    private static final double UNKNOWN = Double.NaN;

    @Test
    void an_increase_is_known_once_a_whole_range_was_seen() {
        Readings rise = LookBack.increase(new long[] {0, 10, 20, 30}, new double[] {UNKNOWN, 1, 2, 4}, 20);
        assertThat(rise.values()).containsExactly(UNKNOWN, UNKNOWN, 3, 6);
    }

    @Test
    void a_ratio_of_nothing_is_unknown_and_not_zero() {
        Readings failed = Readings.of(new long[] {0, 10, 20}, new double[] {0, 1, 1}, 100);
        Readings all = Readings.of(new long[] {0, 10, 20}, new double[] {0, 4, 2}, 100);
        assertThat(LookBack.ratio(failed, all, 0, true).values()).containsExactly(UNKNOWN, 0.25, 0.5);
        assertThat(LookBack.ratio(failed, all, 3, true).values()).containsExactly(UNKNOWN, 0.25, UNKNOWN);
    }

    @Test
    void a_counter_that_never_counted_is_zero_where_its_orders_are_known() {
        Readings all = Readings.of(new long[] {0, 10}, new double[] {5, 4}, 100);
        assertThat(LookBack.ratio(Readings.missing(""), all, 0, true).values()).containsExactly(0, 0);
    }

    @Test
    void things_are_counted_by_part_and_forgotten_after_the_range() {
        Readings count = LookBack.count(new long[] {10, 12, 14, 40}, new String[] {"BTC", "ETH", "BTC", "ETH"}, 20, 0);
        assertThat(count.micros()).containsExactly(0, 10, 12, 14, 30, 32, 34, 40, 60);
        assertThat(count.values()).containsExactly(0, 1, 1, 2, 1, 1, 0, 1, 0);
    }

    @Test
    void a_mean_of_the_last_n_waits_for_n() {
        assertThat(LookBack.meanOfLast(new long[] {1, 2, 3, 4}, new double[] {1, 0, 0, 1}, 3)
                        .values())
                .containsExactly(UNKNOWN, UNKNOWN, 1 / 3.0, 1 / 3.0);
    }

    @Test
    void a_sum_of_the_day_begins_at_nothing_each_midnight() {
        Readings sum =
                LookBack.daySum(new long[] {5, 15, 15, 25}, new double[] {-1, -2, -3, 4}, new long[] {0, 10, 20});
        assertThat(sum.micros()).containsExactly(0, 5, 10, 15, 20, 25);
        assertThat(sum.values()).containsExactly(0, -1, 0, -5, 0, 4);
    }

    @Test
    void who_was_not_there_counted_nothing() {
        Readings count = LookBack.count(new long[] {10}, new String[] {""}, 100, 0);
        Readings honest = LookBack.without(count, List.of(new Span(20, 50)));
        assertThat(honest.micros()).containsExactly(0, 10, 20, 50, 110);
        assertThat(honest.values()).containsExactly(0, 1, UNKNOWN, 1, 0);
    }

    /** Held against adding up from scratch at every sample. */
    @Test
    void any_increase_is_the_plain_sum_of_its_range() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            int n = 1 + random.nextInt(40);
            long[] micros = random.longs(n, 0, 500).sorted().toArray();
            double[] rises = random.ints(n, 0, 9).asDoubleStream().toArray();
            long range = 1L + random.nextInt(100);
            double[] values = LookBack.increase(micros, rises, range).values();
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j <= i; j++) {
                    sum += micros[j] > micros[i] - range ? rises[j] : 0;
                }
                boolean whole = micros[i] - micros[0] >= range;
                assertThat(values[i]).as(Arrays.toString(micros)).isEqualTo(Double.valueOf(whole ? sum : UNKNOWN));
            }
        }
    }
}
