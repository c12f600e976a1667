package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Expected values by Python 3.11, the formulas of the javadoc written out: {@code 1 + (f*two - 1)*worth(min(0.6, s*f/(f - 1)))}. */
class SpreadTest {

    @Test
    void days_that_differ_beyond_chance_and_remember_are_worth_much_less() {
        assertThat(new Spread(3, 0.1, 33).inflation()).isCloseTo(4.692160044366146, within(1e-9));
        assertThat(new Spread(1.3, 0.3, 33).inflation()).isCloseTo(2.7065526469427947, within(1e-9));
    }

    @Test
    void what_differs_by_chance_alone_remembers_nothing() {
        assertThat(new Spread(0.8, 0.3, 33).inflation()).isEqualTo(1);
        assertThat(Spread.UNKNOWN.inflation()).isEqualTo(1);
    }

    @Test
    void days_that_do_not_remember_count_for_what_they_differ_by() {
        assertThat(new Spread(3, -0.2, 33).inflation()).isEqualTo(3);
        assertThat(new Spread(3, -0.2, 33).freedom()).isEqualTo(33);
    }

    @Test
    void readings_that_are_days_have_no_chance_to_take_off() {
        assertThat(new Spread(1, 0.22, 33).inflation()).isCloseTo(2.0921189628810692, within(1e-9));
        assertThat(new Spread(1, 0.02, 33).inflation()).isEqualTo(1);
    }

    @Test
    void days_that_remember_leave_fewer_degrees_of_freedom_but_never_none() {
        assertThat(new Spread(1, 0.22, 33).freedom()).isCloseTo(33 / 2.0921189628810692, within(1e-9));
        assertThat(new Spread(1, 1, 6).freedom()).isEqualTo(3);
        assertThat(new Spread(1, 1, 2).freedom()).isEqualTo(2);
    }

    @Test
    void any_spread_that_a_file_may_hold_gives_a_finite_factor() {
        for (double factor : new double[] {0, 0.5, 1, 1 + 1e-12, 2, 1e6}) {
            for (double memory : new double[] {-1, -0.5, 0, 0.5, 1}) {
                for (int degrees : new int[] {0, 1, 2, 5, 33, 10_000}) {
                    Spread spread = new Spread(factor, memory, degrees);
                    assertThat(spread.inflation())
                            .as(spread.toString())
                            .isFinite()
                            .isGreaterThanOrEqualTo(1);
                    assertThat(degrees == 0 || spread.freedom() > 0).isTrue();
                }
            }
        }
    }

    /** Four weeks and a week that remember by 0.4 look on average as if they did by 0.3. */
    @Test
    void the_correlation_of_few_days_is_put_right_on_average() {
        SplittableRandom random = new SplittableRandom(11);
        double seen = 0;
        double right = 0;
        int times = 4_000;
        for (int i = 0; i < times; i++) {
            double[] days = new double[35];
            double last = random.nextGaussian();
            for (int d = 0; d < days.length; d++) {
                last = 0.4 * last + Math.sqrt(1 - 0.16) * random.nextGaussian();
                days[d] = last;
            }
            Spread both = spread(days, 0, 28).with(spread(days, 28, 35));
            seen += both.memory() / times;
            right += Neighbours.correlation(both.memory(), 35) / times;
        }
        assertThat(seen).isLessThan(0.31);
        assertThat(right).as("a little less, for none is believed over 0.7").isBetween(0.36, 0.42);
    }

    private static Spread spread(double[] days, int from, int to) {
        double mean = 0;
        for (int d = from; d < to; d++) {
            mean += days[d] / (to - from);
        }
        double[] excess = new double[to - from];
        for (int d = from; d < to; d++) {
            excess[d - from] = days[d] - mean;
        }
        return Spread.of(excess, to - from);
    }
}
