package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Period;
import dev.plumbline.model.Returns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the interval over twenty stretches holds what one return of an intraday series does, over 1,000 samples of 60
 * days of quarter-hours, or 300 of a year. The truth is that of ten million returns. With 1,000 samples the share is known
 * to ±1.4 points.
 */
@Tag("slow")
final class IntradayCoverageTest {

    private static final int SAMPLES = 1_000;
    private static final int FEW = 300;
    private static final int EACH = 96;
    private static final long QUARTER = 900_000_000L;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Period PERIOD = Period.of(START, START.plusSeconds(86_400));
    private static final Map<String, Metric<Returns>> METRICS = Map.of(
            "var_95", Risks.VAR_95,
            "cvar_95", Risks.CVAR_95,
            "omega", Risks.OMEGA,
            "tail_ratio", Risks.TAIL_RATIO,
            "skewness", Risks.SKEWNESS,
            "kurtosis", Risks.KURTOSIS);

    /** Returns of a day: how far they go is of the day, and remembers the day before. */
    private enum World {
        CALM,
        FAT,
        CLUSTERED
    }

    @ParameterizedTest
    @CsvSource({
        "CALM, var_95, 60, 0.93, 0.97", "CALM, cvar_95, 60, 0.93, 0.97", "CALM, omega, 60, 0.93, 0.97",
        "CALM, tail_ratio, 60, 0.93, 0.97", "CALM, skewness, 60, 0.93, 0.97", "CALM, kurtosis, 60, 0.93, 0.97",
        "FAT, var_95, 60, 0.93, 0.97", "FAT, cvar_95, 60, 0.93, 0.97", "FAT, omega, 60, 0.92, 0.96",
        "FAT, skewness, 60, 0.92, 0.96", "CLUSTERED, omega, 60, 0.92, 0.96"
    })
    void twenty_stretches_hold_the_truth_about_as_often_as_they_say(
            World world, String id, int days, double least, double most) {
        assertThat(held(world, id, days)).isBetween(least, most);
    }

    /** What rare days decide is not in any stretch; where swings last for days, few days hold few of them. */
    @ParameterizedTest
    @CsvSource({
        "FAT, kurtosis, 60, 0.83, 0.88",
        "CLUSTERED, var_95, 60, 0.82, 0.88",
        "CLUSTERED, var_95, 365, 0.90, 0.97",
        "CLUSTERED, cvar_95, 60, 0.75, 0.81",
        "CLUSTERED, cvar_95, 365, 0.88, 0.97",
        "CLUSTERED, tail_ratio, 60, 0.87, 0.93",
        "CLUSTERED, skewness, 60, 0.60, 0.68",
        "CLUSTERED, kurtosis, 60, 0.37, 0.44",
        "CLUSTERED, kurtosis, 365, 0.5, 0.97"
    })
    void they_hold_it_less_often_where_rare_or_long_swings_decide(
            World world, String id, int days, double least, double most) {
        assertThat(held(world, id, days)).isBetween(least, most);
    }

    private static double held(World world, String id, int days) {
        Metric<Returns> metric = METRICS.get(id);
        Conventions conventions = Samples.STANDARD.withPeriodsPerYear(35_040);
        SplittableRandom random = new SplittableRandom(7);
        double[] all = new double[100_000 * EACH];
        fill(world, all, random);
        double truth = metric.measure(
                        new Returns(new long[all.length], all, PERIOD, ZoneOffset.UTC), conventions.withResamples(0))
                .value()
                .orElseThrow();
        int held = 0;
        int samples = days > 60 ? FEW : SAMPLES;
        for (int i = 0; i < samples; i++) {
            double[] value = new double[days * EACH];
            fill(world, value, random);
            long[] times = new long[value.length];
            for (int k = 0; k < times.length; k++) {
                times[k] = PERIOD.fromMicros() + (k + 1) * QUARTER;
            }
            Returns returns = new Returns(times, value, PERIOD, ZoneOffset.UTC);
            held += Intraday.of(returns, Intraday.daily(returns))
                            .measure(metric, conventions)
                            .interval()
                            .orElseThrow()
                            .contains(truth)
                    ? 1
                    : 0;
        }
        return (double) held / samples;
    }

    private static void fill(World world, double[] r, SplittableRandom random) {
        double log = 0.5 * random.nextGaussian();
        DoubleUnaryOperator shape = world == World.FAT ? z -> z / Math.sqrt(gamma(random)) : z -> z;
        for (int i = 0; i < r.length; i++) {
            if (i % EACH == 0) {
                log = 0.5 * log + 0.5 * Math.sqrt(0.75) * random.nextGaussian();
            }
            double scale = world == World.CLUSTERED ? Math.exp(log) : 1;
            r[i] = 1e-3 * (0.02 + scale * shape.applyAsDouble(random.nextGaussian()));
        }
    }

    /** χ² of 10 over 10: Student's t of 10 degrees has a kurtosis. */
    private static double gamma(SplittableRandom random) {
        double product = 1;
        for (int k = 0; k < 5; k++) {
            product *= 1 - random.nextDouble();
        }
        return -2 * Math.log(product) / 10;
    }
}
