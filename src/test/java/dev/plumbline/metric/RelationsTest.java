package dev.plumbline.metric;

import static dev.plumbline.metric.Samples.STANDARD;
import static dev.plumbline.metric.Samples.equity;
import static dev.plumbline.metric.Samples.returns;
import static dev.plumbline.metric.Samples.trades;
import static dev.plumbline.metric.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.EquityCurve;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold between results, whatever the numbers are. */
final class RelationsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ratios_do_not_change_when_equity_is_scaled(long seed) {
        double[] value = walk(60, seed);
        double[] scaled = Arrays.stream(value).map(v -> v * 4096).toArray();
        EquityCurve one = equity(value);
        EquityCurve other = equity(scaled);
        for (Metric<?> metric : Metrics.ALL) {
            if (metric.sample() == EquityCurve.class) {
                assertThat(value(EquityMetricsTest.measure(metric.id(), other)))
                        .as(metric.id())
                        .isCloseTo(value(EquityMetricsTest.measure(metric.id(), one)), within(1e-12));
            }
        }
        assertThat(value(Metrics.SHARPE.measure(other.dailyReturns(), STANDARD)))
                .isCloseTo(value(Metrics.SHARPE.measure(one.dailyReturns(), STANDARD)), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void scaling_pnl_scales_money_and_leaves_ratios(long seed) {
        double[] pnl = BootstrapTest.normal(80, seed);
        double[] scaled = Arrays.stream(pnl).map(p -> p * 8).toArray();
        for (Metric<?> metric : Metrics.ALL) {
            if (metric.sample() == dev.plumbline.model.ClosedTrades.class) {
                double factor = metric.unit() == Unit.MONEY ? 8 : 1;
                assertThat(value(TradeMetricsTest.measure(metric.id(), sure(scaled))))
                        .as(metric.id())
                        .isCloseTo(factor * value(TradeMetricsTest.measure(metric.id(), sure(pnl))), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_of_trades_and_returns_does_not_matter_where_no_run_is_counted(long seed) {
        double[] x = BootstrapTest.normal(50, seed);
        double[] shuffled = shuffled(x, seed);
        for (String id :
                List.of("win_rate", "profit_factor", "expectancy", "payoff_ratio", "kelly", "sqn", "net_pnl")) {
            assertThat(value(TradeMetricsTest.measure(id, trades(shuffled))))
                    .as(id)
                    .isCloseTo(value(TradeMetricsTest.measure(id, trades(x))), within(1e-9));
        }
        double[] r = Arrays.stream(x).map(v -> v / 100).toArray();
        double[] mixed = Arrays.stream(shuffled).map(v -> v / 100).toArray();
        for (String id : List.of("sharpe", "sortino", "volatility", "downside_deviation", "daily_return_worst")) {
            assertThat(value(ReturnMetricsTest.measure(id, returns(mixed))))
                    .as(id)
                    .isCloseTo(value(ReturnMetricsTest.measure(id, returns(r))), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_drawdown_lies_between_zero_and_one_and_the_current_one_below_the_deepest(long seed) {
        EquityCurve curve = equity(walk(200, seed));
        double max = value(Metrics.MAX_DRAWDOWN.measure(curve, STANDARD));
        double now = value(Metrics.CURRENT_DRAWDOWN.measure(curve, STANDARD));
        assertThat(max).isBetween(0.0, 1.0);
        assertThat(now).isBetween(0.0, max);
        assertThat(value(Metrics.ULCER_INDEX.measure(curve, STANDARD))).isBetween(0.0, max);
        assertThat(value(Metrics.LONGEST_UNDERWATER.measure(curve, STANDARD)))
                .isGreaterThanOrEqualTo(value(Metrics.MAX_DRAWDOWN_DURATION.measure(curve, STANDARD)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void one_more_day_without_a_return_lowers_the_mean_by_one_nth(long seed) {
        double[] r =
                Arrays.stream(BootstrapTest.normal(30, seed)).map(v -> v / 50).toArray();
        double[] longer = Arrays.copyOf(r, 31);
        assertThat(value(Metrics.MEAN_RETURN.measure(returns(longer), STANDARD)))
                .isCloseTo(value(Metrics.MEAN_RETURN.measure(returns(r), STANDARD)) * 30 / 31, within(1e-15));
        assertThat(value(Metrics.TOTAL_RETURN.measure(TimeWeighted.curve(returns(longer)), STANDARD)))
                .isCloseTo(
                        value(Metrics.TOTAL_RETURN.measure(TimeWeighted.curve(returns(r)), STANDARD)), within(1e-12));
        assertThat(value(Metrics.DOWNSIDE_DEVIATION.measure(returns(longer), STANDARD)))
                .isCloseTo(
                        value(Metrics.DOWNSIDE_DEVIATION.measure(returns(r), STANDARD)) * Math.sqrt(30 / 31.0),
                        within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void flows_leave_the_return_and_the_drawdown_as_they_are(long seed) {
        double[] value = walk(60, seed);
        double[] moved = new double[60];
        double[] flow = new double[60];
        SplittableRandom random = new SplittableRandom(seed);
        moved[0] = value[0];
        for (int i = 1; i < 60; i++) {
            double grown = moved[i - 1] * value[i] / value[i - 1];
            flow[i] = random.nextInt(5) == 0 ? grown * (random.nextDouble() - 0.4) : 0;
            moved[i] = grown + flow[i];
        }
        EquityCurve plain = equity(value);
        EquityCurve flowing = equity(moved, flow, Samples.DAY, false);
        for (Metric<?> metric : Metrics.ALL) {
            if (metric.sample() == EquityCurve.class) {
                assertThat(value(EquityMetricsTest.measure(metric.id(), flowing)))
                        .as(metric.id())
                        .isCloseTo(value(EquityMetricsTest.measure(metric.id(), plain)), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {365, 252, 12})
    void a_ratio_a_year_is_the_ratio_a_period_times_the_root(double periods) {
        double[] r = ReturnMetricsTest.TWELVE;
        for (Metric<dev.plumbline.model.Returns> metric :
                List.of(Metrics.SHARPE, Metrics.SORTINO, Metrics.VOLATILITY)) {
            double each = value(metric.measure(returns(r), STANDARD.withPeriodsPerYear(1)));
            assertThat(value(metric.measure(returns(r), STANDARD.withPeriodsPerYear(periods))))
                    .isCloseTo(each * Math.sqrt(periods), within(1e-12 * periods));
        }
    }

    /** Trades that stated a confidence of 0.7. */
    private static ClosedTrades sure(double[] pnl) {
        ClosedTrades known = trades(pnl);
        double[] confidence = new double[pnl.length];
        Arrays.fill(confidence, 0.7);
        return new ClosedTrades(
                known.exitMicros(),
                known.entryMicros(),
                pnl,
                confidence,
                known.basis(),
                known.currency(),
                known.period(),
                known.zone());
    }

    static double[] walk(int n, long seed) {
        double[] noise = BootstrapTest.normal(n, seed);
        double[] value = new double[n];
        value[0] = 1000;
        for (int i = 1; i < n; i++) {
            value[i] = value[i - 1] * (1 + 0.02 * noise[i]);
        }
        return value;
    }

    private static double[] shuffled(double[] x, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] y = x.clone();
        for (int i = y.length - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            double held = y[i];
            y[i] = y[k];
            y[k] = held;
        }
        return y;
    }
}
