package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Returns;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often an interval of 95 % holds the truth, over thousands of samples whose truth is known. With 4,000 samples the
 * share is itself known to ±0.7 points, with 1,000 to ±1.4.
 */
@Tag("slow")
final class CoverageTest {

    private static final int MANY = 4_000;
    private static final int FEW = 1_000;
    private static final Conventions QUICK = Samples.STANDARD.withResamples(400).withPeriodsPerYear(365);

    @ParameterizedTest
    @CsvSource({"0.5, 20", "0.5, 118", "0.3, 40", "0.55, 300", "0.1, 60", "0.9, 100"})
    void wilson_holds_the_share_about_as_often_as_it_says(double p, int n) {
        SplittableRandom random = new SplittableRandom(42);
        int held = 0;
        for (int i = 0; i < MANY; i++) {
            int wins = 0;
            for (int k = 0; k < n; k++) {
                wins += random.nextDouble() < p ? 1 : 0;
            }
            held += Wilson.of((double) wins, n, 0.95).contains(p) ? 1 : 0;
        }
        assertThat((double) held / MANY).isBetween(0.93, 0.97);
    }

    /** Garwood never holds the truth less often than it says; of few events it holds it more often. */
    @ParameterizedTest
    @CsvSource({"3, 0.95, 0.999", "20, 0.95, 0.975", "200, 0.945, 0.97"})
    void garwood_holds_the_rate_at_least_as_often_as_it_says(double mean, double least, double most) {
        SplittableRandom random = new SplittableRandom(43);
        int held = 0;
        for (int i = 0; i < MANY; i++) {
            held += Garwood.of(poisson(mean, random), 1, 0.95).contains(mean) ? 1 : 0;
        }
        assertThat((double) held / MANY).isBetween(least, most);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 30", "0.1, 90", "0, 250", "-0.2, 60"})
    void lo_and_mertens_hold_the_sharpe_ratio_of_normal_returns(double s, int n) {
        double held = coverage(MANY, n, 0, s, r -> s * Math.sqrt(365), Metrics.SHARPE);
        assertThat(held).isBetween(0.93, 0.97);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 120", "0.05, 365"})
    void the_stationary_bootstrap_holds_the_sharpe_ratio_of_normal_returns(double s, int n) {
        double held = coverage(FEW, n, 0, s, r -> s * Math.sqrt(365), Further.SHARPE_BOOTSTRAP);
        assertThat(held).isBetween(0.93, 0.97);
    }

    /**
     * Of returns that follow each other (ρ = 0.4) the error of a mean is √((1+ρ)/(1-ρ)) = 1.53 times that of independent ones.
     * Lo and Mertens do not see it: they hold the truth in four of five samples. Blocks do, though not to the last point.
     */
    @Test
    void where_days_follow_each_other_blocks_hold_the_truth_more_often_than_the_formula() {
        double s = 0.05;
        ToDoubleFunction<Returns> truth = r -> s * Math.sqrt(365);
        double formula = coverage(FEW, 250, 0.4, s, truth, Metrics.SHARPE);
        double blocks = coverage(FEW, 250, 0.4, s, truth, Further.SHARPE_BOOTSTRAP);
        assertThat(formula).isBetween(0.77, 0.83);
        assertThat(blocks).isBetween(0.88, 0.93);
    }

    @Test
    void students_interval_holds_the_mean() {
        double held = coverage(MANY, 20, 0, 0.1, r -> 0.1 * 0.01, Metrics.MEAN_RETURN);
        assertThat(held).isBetween(0.93, 0.97);
    }

    /** The percentile bootstrap of volatility is short of its level for a month of returns, and near it for a year. */
    @ParameterizedTest
    @CsvSource({"30, 0.84, 0.89", "365, 0.93, 0.97"})
    void the_stationary_bootstrap_holds_the_volatility_of_a_year(int n, double least, double most) {
        double held = coverage(FEW, n, 0, 0, r -> 0.01 * Math.sqrt(365), Metrics.VOLATILITY);
        assertThat(held).isBetween(least, most);
    }

    /** Of a tail of twenty returns a resample knows nothing worse than the worst: the interval is too narrow. */
    @ParameterizedTest
    @CsvSource({"60, 0.81, 0.87", "365, 0.93, 0.97"})
    void the_stationary_bootstrap_of_a_tail_is_short_of_its_level(int n, double least, double most) {
        double truth = 1.6448536269514722 * 0.01;
        double held = coverage(FEW, n, 0, 0, r -> truth, Risks.VAR_95);
        assertThat(held).isBetween(least, most);
    }

    @ParameterizedTest
    @CsvSource({"60, 0.93, 0.97", "300, 0.93, 0.97"})
    void the_bootstrap_of_trades_holds_the_profit_factor(int n, double least, double most) {
        SplittableRandom random = new SplittableRandom(44);
        // P&L of mean 0.2 and deviation 1: E max(x, 0) / E max(-x, 0) = (φ(.2) + .2 Φ(.2)) / (φ(.2) - .2 Φ(-.2)), by
        // tables
        double density = 0.3910426939754559;
        double truth = (density + 0.2 * 0.579259709439103) / (density - 0.2 * 0.420740290560897);
        int held = 0;
        for (int i = 0; i < FEW; i++) {
            double[] pnl = new double[n];
            for (int k = 0; k < n; k++) {
                pnl[k] = 0.2 + gauss(random);
            }
            held += Metrics.PROFIT_FACTOR
                            .measure(Samples.trades(pnl), QUICK)
                            .interval()
                            .orElseThrow()
                            .contains(truth)
                    ? 1
                    : 0;
        }
        assertThat((double) held / FEW).isBetween(least, most);
    }

    /** Of returns with mean s·0.01, deviation 0.01 and autocorrelation rho at the first lag. */
    private static double coverage(
            int samples, int n, double rho, double s, ToDoubleFunction<Returns> truth, Metric<Returns> metric) {
        SplittableRandom random = new SplittableRandom(45);
        int held = 0;
        long[] days = Samples.days(n);
        for (int i = 0; i < samples; i++) {
            double[] r = new double[n];
            double last = gauss(random);
            for (int k = 0; k < n; k++) {
                last = rho * last + Math.sqrt(1 - rho * rho) * gauss(random);
                r[k] = 0.01 * (s + last);
            }
            Returns returns = new Returns(days, r, Samples.WEEK, Samples.UTC);
            Interval interval = metric.measure(returns, QUICK).interval().orElseThrow();
            held += interval.contains(truth.applyAsDouble(returns)) ? 1 : 0;
        }
        return (double) held / samples;
    }

    private static int poisson(double mean, SplittableRandom random) {
        double left = Math.exp(-mean);
        double product = random.nextDouble();
        int events = 0;
        while (product > left) {
            product *= random.nextDouble();
            events++;
        }
        return events;
    }

    private static double gauss(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
