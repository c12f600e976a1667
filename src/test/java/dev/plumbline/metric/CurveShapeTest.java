package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values: Python 3.11, the formulas written out over the same numbers; the noise is glibc's linear congruence from 12345. */
final class CurveShapeTest {

    private static double[] noise(int n) {
        double[] values = new double[n];
        long x = 12_345;
        for (int i = 0; i < n; i++) {
            x = (1_103_515_245L * x + 12_345) % 2_147_483_648L;
            values[i] = x / 2_147_483_648.0;
        }
        return values;
    }

    private static double[] smoothed(double[] noise) {
        double[] values = new double[noise.length];
        double level = 0.5;
        for (int i = 0; i < noise.length; i++) {
            level = 0.3 * noise[i] + 0.7 * level;
            values[i] = level;
        }
        return values;
    }

    private static CurveShape shape(double... values) {
        return CurveShape.of(values, Conventions.standard());
    }

    private static void is(Result result, double value, double low, double high) {
        assertThat(result).isInstanceOfSatisfying(Result.Value.class, it -> {
            assertThat(it.value()).isCloseTo(value, within(1e-12));
            assertThat(it.interval().orElseThrow().low()).isCloseTo(low, within(1e-12));
            assertThat(it.interval().orElseThrow().high()).isCloseTo(high, within(1e-12));
        });
    }

    @Test
    void readings_that_know_nothing_of_each_other_are_erratic() {
        CurveShape shape = shape(noise(200));
        assertThat(shape.kind()).isEqualTo(CurveShape.Kind.ERRATIC);
        is(shape.unchanged(), 0, 0, 0.018938233056634942);
        is(shape.turns(), 129 / 198.0, 0.5828332195015492, 0.7144297925206785);
        is(shape.persistence(), 0.0143460694007241, -0.12423005067735472, 0.15292218947880293);
    }

    /** The bot smooths its confidence with a weight of 0.3; it turns as often as not, and is smooth all the same. */
    @Test
    void what_the_bot_smooths_is_smooth() {
        CurveShape shape = shape(smoothed(noise(200)));
        assertThat(shape.kind()).isEqualTo(CurveShape.Kind.SMOOTH);
        is(shape.turns(), 109 / 198.0, 0.4809115339356237, 0.6181761367384523);
        is(shape.persistence(), 0.6730690700628065, 0.5705704465048265, 0.7755676936207865);
    }

    @Test
    void readings_that_go_up_and_down_in_turn_are_a_sawtooth() {
        CurveShape shape = shape(IntStream.range(0, 40).mapToDouble(i -> i % 2).toArray());
        assertThat(shape.kind()).isEqualTo(CurveShape.Kind.SAWTOOTH);
        is(shape.turns(), 1, 0.9081901317744159, 1);
        is(shape.persistence(), -0.975, -1, -0.9061392656748832);
    }

    @Test
    void readings_that_mostly_repeat_are_stuck() {
        CurveShape stairs = shape(
                IntStream.range(0, 40).mapToDouble(i -> Math.floorDiv(i, 10)).toArray());
        assertThat(stairs.kind()).isEqualTo(CurveShape.Kind.STUCK);
        is(stairs.unchanged(), 36 / 39.0, 0.7967892883204502, 0.9734926046962203);
        assertThat(stairs.turns()).isInstanceOf(Result.Undefined.class);
        double[] one = new double[40];
        Arrays.fill(one, 0.7);
        assertThat(shape(one).kind()).isEqualTo(CurveShape.Kind.STUCK);
        assertThat(shape(one).persistence()).isInstanceOf(Result.Undefined.class);
    }

    @Test
    void a_few_readings_have_no_shape() {
        CurveShape few = shape(noise(20));
        assertThat(few.kind()).isEqualTo(CurveShape.Kind.UNKNOWN);
        assertThat(few.persistence()).isEqualTo(Result.undefined(20, Result.Reason.TOO_FEW, "19 changes, 20 needed"));
        assertThat(shape().kind()).isEqualTo(CurveShape.Kind.UNKNOWN);
        assertThat(shape(noise(21)).persistence()).isInstanceOf(Result.Value.class);
    }

    @Test
    void scale_and_level_do_not_matter() {
        double[] values = smoothed(noise(100));
        double[] other = Arrays.stream(values).map(value -> -8 * value + 3).toArray();
        assertThat(shape(other).kind()).isEqualTo(shape(values).kind());
        assertThat(shape(other).turns()).isEqualTo(shape(values).turns());
    }
}
