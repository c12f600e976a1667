package dev.plumbline.metric;

import static dev.plumbline.metric.Samples.DAY;
import static dev.plumbline.metric.Samples.HOUR;
import static dev.plumbline.metric.Samples.MINUTE;
import static dev.plumbline.metric.Samples.START;
import static dev.plumbline.metric.Samples.UTC;
import static dev.plumbline.metric.Samples.WEEK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Returns;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold for any sample: lengths from 1 to 120, quiet and wild, with runs of the same value, jumps and losses of
 * nearly all. A failure names the seed that made the sample.
 */
final class PropertiesTest {

    private static final int SAMPLES = 100;
    private static final Conventions QUICK = Samples.STANDARD.withResamples(20);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SAMPLES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scaling_equity_leaves_every_share_and_ratio(long seed) {
        EquityCurve curve = Samples.equity(any(seed));
        double factor = new SplittableRandom(-seed).nextDouble(1e-3, 1e6);
        EquityCurve scaled =
                Samples.equity(Arrays.stream(curve.value()).map(v -> v * factor).toArray());
        for (Metric<EquityCurve> metric : ofEquity()) {
            same(metric, metric.measure(scaled, QUICK), metric.measure(curve, QUICK), 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_trades_does_not_matter_to_what_counts_them(long seed) {
        double[] pnl = pnl(seed);
        ClosedTrades trades = Samples.trades(pnl);
        ClosedTrades mixed = Samples.trades(shuffled(pnl, seed));
        for (String id : List.of("win_rate", "wins", "losses", "breakeven", "largest_win", "largest_loss")) {
            assertThat(TradeMetricsTest.measure(id, mixed).value())
                    .as(id)
                    .isEqualTo(TradeMetricsTest.measure(id, trades).value());
        }
        same(Metrics.NET_PNL, Metrics.NET_PNL.measure(mixed, QUICK), Metrics.NET_PNL.measure(trades, QUICK), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_drawdown_is_a_share_and_the_deepest_is_not_below_the_others(long seed) {
        EquityCurve curve = Samples.equity(any(seed));
        double deepest = Metrics.MAX_DRAWDOWN.measure(curve, QUICK).value().orElse(0);
        for (Metric<EquityCurve> metric : List.of(
                Metrics.MAX_DRAWDOWN,
                Metrics.CURRENT_DRAWDOWN,
                Metrics.ULCER_INDEX,
                Depths.PAIN_INDEX,
                Depths.AVERAGE_DRAWDOWN,
                Further.DRAWDOWN_DEVIATION)) {
            metric.measure(curve, QUICK).value().ifPresent(value -> assertThat(value)
                    .as(metric.id())
                    .isBetween(0.0, Math.nextUp(deepest))
                    .isLessThanOrEqualTo(1));
        }
        assertThat(DrawdownTable.of(curve).stays())
                .allSatisfy(stay -> assertThat(stay.depth()).isBetween(0.0, 1.0))
                .isSortedAccordingTo(java.util.Comparator.comparingDouble(DrawdownTable.Stay::depth)
                        .reversed());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void daily_returns_of_intraday_equity_are_those_of_its_closes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] closes = any(seed);
        int each = random.nextInt(1, 6);
        long[] micros = new long[closes.length * each];
        double[] value = new double[micros.length];
        for (int i = 0; i < micros.length; i++) {
            int day = i / each;
            boolean close = i % each == each - 1;
            micros[i] = START + day * DAY + (i % each) * HOUR + (close ? 18 * HOUR : random.nextInt(60) * MINUTE);
            value[i] = close ? closes[day] : closes[day] * random.nextDouble(0.5, 2);
        }
        EquityCurve intraday =
                new EquityCurve(micros, value, new double[value.length], false, WEEK, UTC, "", "reported");
        // what the first day did before its first close is a return of no day
        assertThat(intraday.dailyReturns().value())
                .containsExactly(Samples.equity(closes).returns().value(), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_more_day_without_a_return_changes_what_counts_days_and_nothing_else(long seed) {
        double[] r = returns(seed);
        int n = r.length;
        Returns before = Samples.returns(r);
        Returns after = Samples.returns(Arrays.copyOf(r, n + 1));
        Conventions forced = QUICK.forced().withPeriodsPerYear(365);
        double share = n / (n + 1.0);
        scaled(Metrics.MEAN_RETURN, before, after, share, forced);
        scaled(Metrics.DOWNSIDE_DEVIATION, before, after, Math.sqrt(share), forced);
        scaled(Further.UPSIDE_DEVIATION, before, after, Math.sqrt(share), forced);
        scaled(Further.UPSIDE_POTENTIAL, before, after, share, forced);
        scaled(Further.UPSIDE_SHARE, before, after, share, forced);
        scaled(Metrics.SORTINO, before, after, Math.sqrt(share), forced);
        scaled(Risks.OMEGA, before, after, 1, forced);
        scaled(Risks.GAIN_TO_PAIN, before, after, 1, forced);
        EquityCurve shorter = TimeWeighted.curve(before);
        EquityCurve longer = TimeWeighted.curve(after);
        for (Metric<EquityCurve> metric :
                List.of(Metrics.TOTAL_RETURN, Metrics.MAX_DRAWDOWN, Metrics.CURRENT_DRAWDOWN, Depths.RECOVERY_FACTOR)) {
            same(metric, metric.measure(longer, forced), metric.measure(shorter, forced), 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_tail_is_at_least_as_bad_as_its_threshold_and_one_per_cent_as_five(long seed) {
        Returns returns = Samples.returns(returns(seed));
        Conventions forced = QUICK.forced();
        double five = Samples.value(Risks.VAR_95.measure(returns, forced));
        double one = Samples.value(Risks.VAR_99.measure(returns, forced));
        assertThat(one).isGreaterThanOrEqualTo(five - 1e-12);
        assertThat(Samples.value(Risks.CVAR_95.measure(returns, forced))).isGreaterThanOrEqualTo(five - 1e-12);
        assertThat(Samples.value(Risks.CVAR_99.measure(returns, forced))).isGreaterThanOrEqualTo(one - 1e-12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_metric_is_finite_or_says_why_not_and_says_the_same_twice(long seed) {
        Returns returns = Samples.returns(returns(seed));
        EquityCurve curve = Samples.equity(any(seed));
        ClosedTrades trades = Samples.trades(pnl(seed));
        for (Metric<?> metric :
                Stream.concat(Metrics.ALL.stream(), Further.ALL.stream()).toList()) {
            for (Conventions conventions : List.of(QUICK, QUICK.forced())) {
                Result once = result(metric, returns, curve, trades, conventions);
                if (once != null) {
                    assertThat(result(metric, returns, curve, trades, conventions))
                            .as(metric.id())
                            .isEqualTo(once);
                    assertThat(once.n()).as(metric.id()).isNotNegative();
                }
            }
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private static Result result(
            Metric<?> metric, Returns returns, EquityCurve curve, ClosedTrades trades, Conventions conventions) {
        if (metric.sample() == Returns.class) {
            return ((Metric<Returns>) metric).measure(returns, conventions).result();
        }
        if (metric.sample() == EquityCurve.class) {
            return ((Metric<EquityCurve>) metric).measure(curve, conventions).result();
        }
        return metric.sample() == ClosedTrades.class
                ? ((Metric<ClosedTrades>) metric).measure(trades, conventions).result()
                : null;
    }

    private static void scaled(
            Metric<Returns> metric, Returns before, Returns after, double factor, Conventions conventions) {
        Measurement was = metric.measure(before, conventions);
        Measurement is = metric.measure(after, conventions);
        assertThat(is.isDefined()).as(metric.id()).isEqualTo(was.isDefined());
        was.value().ifPresent(value -> assertThat(is.value().orElseThrow())
                .as(metric.id())
                .isCloseTo(value * factor, within(1e-9 * (1 + Math.abs(value)))));
    }

    private static void same(Metric<?> metric, Measurement one, Measurement other, double tolerance) {
        assertThat(one.isDefined())
                .as(metric.id() + ": " + one + " and " + other)
                .isEqualTo(other.isDefined());
        other.value().ifPresent(value -> assertThat(one.value().orElseThrow())
                .as(metric.id())
                .isCloseTo(value, within(tolerance * (1 + Math.abs(value)))));
    }

    @SuppressWarnings("unchecked")
    private static List<Metric<EquityCurve>> ofEquity() {
        return Stream.concat(Metrics.ALL.stream(), Further.ALL.stream())
                .filter(metric -> metric.sample() == EquityCurve.class)
                .map(metric -> (Metric<EquityCurve>) metric)
                .toList();
    }

    /** Returns above -0.9: one in three samples is quiet, one is wild, one stands still half of the time. */
    private static double[] returns(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(1, 121);
        double size = seed % 3 == 0 ? 0.001 : 0.3;
        boolean still = seed % 3 == 1;
        return IntStream.range(0, n)
                .mapToDouble(i -> still && random.nextBoolean() ? 0 : Math.max(-0.9, size * gauss(random)))
                .toArray();
    }

    /** The values that such returns make of 1,000. */
    private static double[] any(long seed) {
        double[] r = returns(seed);
        double[] value = new double[r.length + 1];
        value[0] = 1000;
        for (int i = 0; i < r.length; i++) {
            value[i + 1] = value[i] * (1 + r[i]);
        }
        return value;
    }

    private static double[] pnl(long seed) {
        return Arrays.stream(returns(seed)).map(r -> Math.rint(r * 50)).toArray();
    }

    private static double gauss(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static double[] shuffled(double[] x, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] y = x.clone();
        for (int i = y.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double held = y[i];
            y[i] = y[other];
            y[other] = held;
        }
        return y;
    }
}
