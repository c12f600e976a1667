package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.EquityCurve;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample measured at once is what it comes to when it grows row by row, or when its parts are put together. */
final class GrowingTest {

    private static final Conventions QUICK = Samples.STANDARD.withResamples(20);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    private static double[] walk(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] value = new double[n];
        double v = 1_000;
        for (int i = 0; i < n; i++) {
            v *= 1 + 0.06 * (random.nextDouble() - 0.49);
            value[i] = v;
        }
        return value;
    }

    /** B. P. Welford's running mean and squares (1962), and a running peak, against the formulas on every prefix. */
    @ParameterizedTest
    @MethodSource("seeds")
    void sharpe_volatility_and_drawdown_grow_as_running_sums_do(long seed) {
        double[] value = walk(seed, 60);
        double mean = 0;
        double squares = 0;
        double peak = value[0];
        double deepest = 0;
        for (int i = 1; i < value.length; i++) {
            double r = value[i] / value[i - 1] - 1;
            double step = r - mean;
            mean += step / i;
            squares += step * (r - mean);
            peak = Math.max(peak, value[i]);
            deepest = Math.max(deepest, 1 - value[i] / peak);
            if (i < 5 || i % 9 != 0) {
                continue;
            }
            EquityCurve prefix = Samples.equity(Arrays.copyOf(value, i + 1));
            double sd = Math.sqrt(squares / (i - 1));
            assertThat(Samples.value(Metrics.SHARPE.measure(prefix.dailyReturns(), QUICK)))
                    .isCloseTo(mean / sd * Math.sqrt(365), within(1e-9));
            assertThat(Samples.value(Metrics.VOLATILITY.measure(prefix.dailyReturns(), QUICK)))
                    .isCloseTo(sd * Math.sqrt(365), within(1e-9));
            assertThat(Samples.value(Metrics.MAX_DRAWDOWN.measure(prefix, QUICK)))
                    .isCloseTo(deepest, within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void returns_of_neighbouring_windows_compound_to_that_of_both(long seed) {
        double[] value = walk(seed, 40);
        int cut = 1 + new SplittableRandom(-seed).nextInt(value.length - 2);
        EquityCurve whole = Samples.equity(value);
        EquityCurve first = Samples.equity(Arrays.copyOf(value, cut + 1));
        // the second window starts from the value that the first one ended with
        double[] rest = Arrays.copyOfRange(value, cut, value.length);
        EquityCurve second = Samples.equity(rest, new double[rest.length], Samples.DAY, true);
        double both = (1 + Samples.value(Metrics.TOTAL_RETURN.measure(first, QUICK)))
                        * (1 + Samples.value(Metrics.TOTAL_RETURN.measure(second, QUICK)))
                - 1;
        assertThat(Samples.value(Metrics.TOTAL_RETURN.measure(whole, QUICK))).isCloseTo(both, within(1e-12));
        assertThat(Samples.value(Metrics.MAX_DRAWDOWN.measure(whole, QUICK)))
                .isGreaterThanOrEqualTo(Samples.value(Metrics.MAX_DRAWDOWN.measure(first, QUICK)) - 1e-12)
                .isGreaterThanOrEqualTo(Samples.value(Metrics.MAX_DRAWDOWN.measure(second, QUICK)) - 1e-12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void counts_and_sums_of_two_parts_add_up_to_the_whole(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] pnl = random.doubles(30, -8, 9).map(Math::rint).toArray();
        int cut = 1 + random.nextInt(pnl.length - 2);
        ClosedTrades whole = Samples.trades(pnl);
        ClosedTrades first = Samples.trades(Arrays.copyOf(pnl, cut));
        ClosedTrades second = Samples.trades(Arrays.copyOfRange(pnl, cut, pnl.length));
        for (Metric<?> metric : new Metric<?>[] {
            Metrics.TRADES,
            Metrics.WINS,
            Metrics.LOSSES,
            Metrics.BREAKEVEN,
            Metrics.NET_PNL,
            Metrics.GROSS_PROFIT,
            Metrics.GROSS_LOSS
        }) {
            assertThat(sum(metric, first) + sum(metric, second)).as(metric.id()).isEqualTo(sum(metric, whole));
        }
    }

    private static double sum(Metric<?> metric, ClosedTrades trades) {
        return Samples.value(TradeMetricsTest.measure(metric.id(), trades));
    }
}
