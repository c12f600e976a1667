package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.metric.DayTotal;
import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Expected values: Python 3.11.7, scipy 1.17.1, {@code scipy.stats.permutation_test((indices of the days then, of the days
 * now), t, permutation_type="independent", n_resamples=np.inf, alternative="two-sided", vectorized=False)}, t the studentised
 * difference written out day by day; of more than 20,000 arrangements {@code n_resamples=400_000}.
 */
class DayExchangeTest {

    private static List<DayTotal> days(double... sumsAndNumbers) {
        return IntStream.range(0, sumsAndNumbers.length / 2)
                .mapToObj(i -> new DayTotal(sumsAndNumbers[2 * i], (long) sumsAndNumbers[2 * i + 1]))
                .toList();
    }

    private static List<DayTotal> readings(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new DayTotal(values[i], 1))
                .toList();
    }

    private static DayExchange exchange(List<DayTotal> then, List<DayTotal> now) {
        return DayExchange.of(then, now).orElseThrow();
    }

    private static final List<DayTotal> THEN = days(12.5, 14, -3.25, 11, 8, 16, 20.5, 13, 1.75, 9, -6, 15, 11, 12);
    private static final List<DayTotal> NOW = days(-9.5, 13, 2.25, 10, -14, 17, -20.25, 12, 3.5, 8, -7, 14, -11.75, 11);

    @Test
    void two_weeks_of_seven_days_are_tried_in_all_their_3432_arrangements() {
        DayExchange exchange = exchange(THEN, NOW);
        assertThat(exchange.pValue()).isCloseTo(0.012237762237762238, within(1e-12));
        assertThat(exchange.tried()).isEqualTo(3_432);
        assertThat(exchange.exact()).isTrue();
    }

    @Test
    void the_p_value_is_the_same_whichever_comes_first() {
        assertThat(exchange(NOW, THEN)).isEqualTo(exchange(THEN, NOW));
    }

    @Test
    void periods_of_unequal_length_and_scatter_are_tried_in_all_arrangements() {
        List<DayTotal> then =
                days(5.1, 5, 4.2, 4, 7.9, 8, 6.3, 6, 2.2, 2, 9.4, 9, 4.8, 5, 7.1, 7, 3.3, 3, 5.7, 6, 8.4, 8, 4.1, 4);
        List<DayTotal> now = days(9.1, 4, 3.5, 6, 8.8, 5, 11.3, 7, 2.9, 3);
        DayExchange exchange = exchange(then, now);
        assertThat(exchange.pValue()).isCloseTo(0.14091790562378798, within(1e-12));
        assertThat(exchange.tried()).isEqualTo(6_188);
        assertThat(exchange(now, then)).isEqualTo(exchange);
    }

    @Test
    void one_reading_a_day_is_the_plain_studentised_permutation_test() {
        DayExchange exchange = exchange(readings(3, -1, 4, 1, -5, 9, 2), readings(-2, -6, -5, 3, -8, -9, -7));
        assertThat(exchange.pValue()).isCloseTo(0.0168997668997669, within(1e-12));
    }

    @Test
    void equal_weeks_and_weeks_that_never_vary_are_no_difference() {
        List<DayTotal> week = readings(3, -1, 4, 1, -5, 9, 2);
        List<DayTotal> flat = readings(5, 5, 5, 5, 5, 5, 5);
        assertThat(exchange(week, week).pValue()).isEqualTo(1);
        assertThat(exchange(flat, flat).pValue()).isEqualTo(1);
    }

    /** Two arrangements of 3,432 are as far apart as two weeks that never vary: as they are, and the other way round. */
    @Test
    void weeks_that_never_vary_but_differ_are_as_certain_as_days_can_make_them() {
        assertThat(exchange(readings(5, 5, 5, 5, 5, 5, 5), readings(6, 6, 6, 6, 6, 6, 6))
                        .pValue())
                .isCloseTo(2.0 / 3_432, within(1e-12));
    }

    /** 0.01463, give or take 0.0002, from 400,000 of the 6,724,520 arrangements; from 20,000, three deviations are 0.0036. */
    @Test
    void four_weeks_and_a_week_are_drawn_and_the_same_each_time() {
        List<DayTotal> then = days(
                2.01, 18, -3.34, 11, 2.36, 13, 4.14, 10, 1.82, 16, -5.74, 10, -5.6, 5, 0.88, 13, 1.71, 13, -0.87, 9,
                8.37, 12, 7.31, 9, 2.66, 13, 2.46, 16, 7.16, 13, 14.0, 14, 2.45, 11, 6.1, 14, 3.22, 15, -5.12, 10, 7.39,
                23, -2.77, 11, -0.78, 14, 11.14, 19, 4.12, 18, -4.68, 12, 9.0, 13, 8.31, 16);
        List<DayTotal> now = days(-11.75, 12, 9.47, 11, -2.77, 11, -5.24, 19, -10.2, 17, -9.15, 17, -3.46, 16);
        DayExchange exchange = exchange(then, now);
        assertThat(exchange.pValue()).isCloseTo(0.01463, within(0.0036));
        assertThat(exchange.exact()).isFalse();
        assertThat(exchange(then, now)).isEqualTo(exchange);
    }

    /** The one seen is counted: (b + 1)/(m + 1), and never 0. */
    @Test
    void a_change_beyond_all_that_was_drawn_is_as_certain_as_the_draws_allow() {
        List<DayTotal> then =
                IntStream.range(0, 28).mapToObj(i -> new DayTotal(i % 3, 1)).toList();
        List<DayTotal> now = IntStream.range(0, 7)
                .mapToObj(i -> new DayTotal(100 + i % 3, 1))
                .toList();
        DayExchange exchange = exchange(then, now);
        assertThat(exchange.pValue()).isCloseTo(2.0 / 20_001, within(1e-12));
        assertThat(exchange.tried()).isEqualTo(20_001);
    }

    @Test
    void fewer_than_five_days_or_a_thousand_arrangements_are_not_exchanged() {
        assertThat(DayExchange.of(readings(1, 2, 3, 4), readings(new double[28])))
                .isEmpty();
        assertThat(DayExchange.of(readings(1, 2, 3, 4, 5, 6), readings(6, 5, 4, 3, 2, 1)))
                .as("924")
                .isEmpty();
        assertThat(DayExchange.of(readings(1, 2, 3, 4, 5), readings(8, 7, 6, 5, 4, 3, 2, 1)))
                .as("1,287")
                .isPresent();
        assertThat(DayExchange.of(List.of(), THEN)).isEmpty();
    }

    /** Days exchanged before the shift are the days exchanged after it. */
    @Test
    void a_level_that_both_share_and_a_unit_change_nothing() {
        double p = exchange(THEN, NOW).pValue();
        assertThat(exchange(moved(THEN, 1_000, 1), moved(NOW, 1_000, 1)).pValue())
                .isEqualTo(p);
        assertThat(exchange(moved(THEN, 0, 1e-6), moved(NOW, 0, 1e-6)).pValue()).isEqualTo(p);
    }

    private static List<DayTotal> moved(List<DayTotal> days, double by, double factor) {
        return days.stream()
                .map(day -> new DayTotal(factor * (day.sum() + by * day.n()), day.n()))
                .toList();
    }

    private static Evidence.Mean mean(double mean, double sd, long n, List<DayTotal> days) {
        return new Evidence.Mean(mean, sd, n, n, Spread.UNKNOWN, days);
    }

    /** Welch, as in {@link DifferenceTest}: (44.5/90) and (-56.75/85) with deviation 1.2 would be far less than 0.0122. */
    @Test
    void the_larger_p_value_counts_and_its_test_is_named() {
        Difference days = MeanTest.of(mean(0.494, 1.2, 90, THEN), mean(-0.668, 1.2, 85, NOW))
                .orElseThrow();
        assertThat(days.pValue()).isCloseTo(0.012237762237762238, within(1e-12));
        assertThat(days.by()).isEqualTo("decided by exchanging days");
        Difference welch = MeanTest.of(mean(0.494, 12, 90, THEN), mean(-0.668, 12, 85, NOW))
                .orElseThrow();
        assertThat(welch.pValue())
                .isEqualTo(MeanTest.of(mean(0.494, 12, 90, List.of()), mean(-0.668, 12, 85, NOW))
                        .orElseThrow()
                        .pValue());
        assertThat(welch.by()).isEqualTo("decided by Welch’s test");
    }

    @Test
    void where_days_are_missing_welch_stands_alone_and_says_why() {
        assertThat(MeanTest.of(mean(1, 1, 90, List.of()), mean(2, 1, 85, NOW))
                        .orElseThrow()
                        .by())
                .isEqualTo("by Welch’s test alone, the baseline keeps no days");
        assertThat(MeanTest.of(mean(1, 1, 90, THEN), mean(2, 1, 85, List.of()))
                        .orElseThrow()
                        .by())
                .isEqualTo("by Welch’s test alone, no days are known");
        assertThat(MeanTest.of(mean(1, 1, 90, THEN), mean(2, 1, 3, readings(1, 2, 3)))
                        .orElseThrow()
                        .by())
                .isEqualTo("by Welch’s test alone, too few days to exchange");
    }

    /** Four weeks and a week of 14 readings a day, 4.5 standard errors apart, at 1 %: what asking both costs. */
    @Test
    void a_real_change_is_found_by_both_nearly_as_often_as_by_welch() {
        Random random = new Random(11);
        int welch = 0;
        int both = 0;
        for (int i = 0; i < 400; i++) {
            Evidence.Mean then = drawn(random, 28, 0);
            Evidence.Mean now = drawn(random, 7, 4.5 * Math.sqrt(1 / 98.0 + 1 / 392.0));
            Evidence.Mean blind = mean(now.mean(), now.sd(), now.n(), List.of());
            welch += MeanTest.of(then, blind).orElseThrow().pValue() <= 0.01 ? 1 : 0;
            both += MeanTest.of(then, now).orElseThrow().pValue() <= 0.01 ? 1 : 0;
        }
        assertThat(welch).isBetween(360, 400);
        assertThat(both).isBetween(welch - 40, welch);
    }

    private static Evidence.Mean drawn(Random random, int days, double mean) {
        List<DayTotal> totals = new ArrayList<>();
        double sum = 0;
        double squares = 0;
        for (int day = 0; day < days; day++) {
            double own = 0;
            for (int i = 0; i < 14; i++) {
                double x = mean + random.nextGaussian();
                own += x;
                squares += x * x;
            }
            totals.add(new DayTotal(own, 14));
            sum += own;
        }
        long n = 14L * days;
        return mean(sum / n, Math.sqrt((squares - sum * sum / n) / (n - 1)), n, totals);
    }

    /** Seven and seven days, one three times as restless: exchanging keeps its promise within three deviations. */
    @Test
    void clean_weeks_of_unequal_scatter_keep_to_five_per_cent() {
        SplittableRandom random = new SplittableRandom(3);
        int alarms = 0;
        for (int i = 0; i < 1_000; i++) {
            List<DayTotal> calm = new ArrayList<>();
            List<DayTotal> restless = new ArrayList<>();
            for (int day = 0; day < 7; day++) {
                calm.add(new DayTotal(random.nextDouble() - 0.5, 1));
                restless.add(new DayTotal(3 * (random.nextDouble() - 0.5), 1));
            }
            alarms += exchange(calm, restless).pValue() <= 0.05 ? 1 : 0;
        }
        assertThat(alarms).isBetween(20, 80);
    }
}
