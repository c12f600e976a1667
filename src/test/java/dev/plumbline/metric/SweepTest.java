package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.Period;
import dev.plumbline.model.PnlBasis;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Choices that are judged on trades they have not seen. */
final class SweepTest {

    private static final Period PERIOD =
            Period.of(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"));
    private static final Conventions QUICK = Conventions.standard().withResamples(400);

    private static ClosedTrades trades(double[] confidence, double[] pnl) {
        long[] at = IntStream.range(0, pnl.length)
                .mapToLong(i -> PERIOD.fromMicros() + i * 1_000_000L)
                .toArray();
        return new ClosedTrades(at, at, pnl, confidence, PnlBasis.NET, "USDT", PERIOD, ZoneOffset.UTC);
    }

    /** Wins of 10 and losses of 10; the chance to win is a function of the confidence. */
    private static ClosedTrades drawn(int n, long seed, DoubleUnaryOperator winning) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] confidence = random.doubles(n, 0.6, 0.95).toArray();
        double[] pnl = Arrays.stream(confidence)
                .map(c -> random.nextDouble() < winning.applyAsDouble(c) ? 10 : -10)
                .toArray();
        return trades(confidence, pnl);
    }

    @Test
    void a_threshold_keeps_what_is_at_least_as_sure() {
        double[] confidence = IntStream.range(0, 200)
                .mapToDouble(i -> i % 2 == 0 ? 0.70 : 0.80)
                .toArray();
        double[] pnl =
                IntStream.range(0, 200).mapToDouble(i -> i % 2 == 0 ? -1 : 2).toArray();
        ThresholdSweep sweep = ThresholdSweep.of(trades(confidence, pnl), QUICK);
        assertThat(sweep.rows())
                .extracting(ThresholdSweep.Row::threshold)
                .containsExactly(0.7, 0.725, 0.75, 0.775, 0.8);
        assertThat(sweep.rows()).extracting(ThresholdSweep.Row::net).containsExactly(100.0, 200.0, 200.0, 200.0, 200.0);
        assertThat(sweep.rows().get(4).left()).isEqualTo(-100);
        assertThat(sweep.best()).as("the lowest that keeps the most").isEqualTo(0.725);
        assertThat(sweep.advice()).isEqualTo(WalkForward.Advice.CHANGE);
        // blocks of 40: the last three are judged, half of their 120 trades would have been left out, each lost 1
        assertThat(sweep.forward().judged()).isEqualTo(120);
        assertThat(sweep.forward().left()).isEqualTo(60);
        assertThat(((Result.Value) sweep.forward().mean()).value()).isEqualTo(-1);
        assertThat(sweep.p()).isEqualTo(0.001);
    }

    @Test
    void luck_is_called_a_change_at_most_as_often_as_it_may() {
        long changed = IntStream.range(0, 400)
                .filter(seed ->
                        ThresholdSweep.of(drawn(300, seed, c -> 0.5), QUICK).advice() == WalkForward.Advice.CHANGE)
                .count();
        // one-sided 2.5 % out of sample, and p under 5 % besides: 10 of 400 expected at most; P(X > 19) = 0.3 % at 2.5
        // %
        // (python3: sum of math.comb(400, i) * .025**i * .975**(400 - i) for i in 20..400)
        assertThat(changed).isLessThanOrEqualTo(19);
    }

    @Test
    void a_bot_that_is_wrong_when_unsure_is_told_so() {
        long changed = IntStream.range(0, 40)
                .filter(seed -> ThresholdSweep.of(drawn(1_000, seed, c -> c < 0.75 ? 0.35 : 0.6), QUICK)
                                .advice()
                        == WalkForward.Advice.CHANGE)
                .count();
        assertThat(changed).isGreaterThanOrEqualTo(38);
    }

    @Test
    void too_few_trades_and_equal_confidences_cannot_tell() {
        assertThat(ThresholdSweep.of(drawn(99, 1, c -> c), QUICK).because())
                .isEqualTo("99 trades; 100 are needed to choose and to judge");
        double[] same = new double[200];
        Arrays.fill(same, 0.8);
        ThresholdSweep equal = ThresholdSweep.of(trades(same, new double[200]), QUICK);
        assertThat(equal.rows()).isEmpty();
        assertThat(equal.because()).isEqualTo("all 200 trades state about the same confidence");
        double[] unsaid = new double[200];
        Arrays.fill(unsaid, Double.NaN);
        assertThat(ThresholdSweep.of(trades(unsaid, new double[200]), QUICK).because())
                .isEqualTo("no trade states its confidence");
    }

    @Test
    void a_slice_is_named_only_where_chance_does_not_explain_it() {
        int n = 400;
        String[] names = IntStream.range(0, n)
                .mapToObj(i -> i % 2 == 0 ? "GOOD" : "POOR")
                .toArray(String[]::new);
        double[] pnl = IntStream.range(0, n)
                .mapToDouble(i -> (i % 2 == 0 ? 3 : -3) + ((i / 2) % 2 == 0 ? 5 : -5))
                .toArray();
        SliceSweep sweep = SliceSweep.of(trades(new double[n], pnl), names, QUICK);
        assertThat(sweep.rows()).extracting(SliceSweep.Row::name).containsExactly("GOOD", "POOR");
        assertThat(sweep.rows())
                .extracting(SliceSweep.Row::word)
                .containsExactly(SliceSweep.Word.EARNS, SliceSweep.Word.LOSES);
        // python3: mean 3, statistics.stdev([8, -2] * 100) = 5.0125, t = 8.46 with 199 degrees of freedom
        assertThat(sweep.rows().get(0).p()).isLessThan(1e-12);
        assertThat(sweep.forward().advice()).isEqualTo(WalkForward.Advice.CHANGE);
        assertThat(sweep.forward().left()).isEqualTo(120);
    }

    @Test
    void of_many_lucky_symbols_hardly_any_is_promoted() {
        long named = IntStream.range(0, 200)
                .mapToLong(seed -> {
                    ClosedTrades trades = drawn(600, 7_000 + seed, c -> 0.5);
                    String[] names =
                            IntStream.range(0, 600).mapToObj(i -> "S" + i % 20).toArray(String[]::new);
                    return SliceSweep.of(trades, names, QUICK.withResamples(50)).rows().stream()
                                    .anyMatch(row -> row.word() != SliceSweep.Word.CANNOT_TELL)
                            ? 1
                            : 0;
                })
                .sum();
        // Holm: at most 5 % of the 200 worlds name any of twenty; P(X > 19) = 0.27 % at 5 %
        // (python3: sum of math.comb(200, i) * .05**i * .95**(200 - i) for i in 20..200)
        assertThat(named).isLessThanOrEqualTo(19);
    }

    @Test
    void a_series_trades_from_the_upper_threshold_until_it_falls_below_the_lower() {
        long hour = 3_600_000_000L;
        double[] value = {0.70, 0.81, 0.78, 0.74, 0.79, 0.80, 0.80};
        long[] at = IntStream.range(0, value.length)
                .mapToLong(i -> PERIOD.fromMicros() + i * hour)
                .toArray();
        ConfidenceReadings readings = new ConfidenceReadings(at, value, new int[value.length], PERIOD);
        HysteresisReplay replay = HysteresisReplay.of(readings, 0.80, 0.75, QUICK);
        // learning, TRADING, trading, LEARNING, learning, TRADING, trading
        assertThat(replay.transitions()).isEqualTo(3);
        // of the six hours observed those from the 2nd, 3rd and 6th reading on
        assertThat(((Result.Value) replay.tradingShare()).value()).isCloseTo(0.5, within(1e-12));
        // 3 in 6 hours: 84 a week
        assertThat(((Result.Value) replay.perWeek()).value()).isCloseTo(84, within(1e-9));
        assertThat(HysteresisReplay.of(readings, 0.80, 0.80, QUICK).transitions())
                .isEqualTo(3);
        assertThat(HysteresisReplay.of(readings, 0.95, 0.90, QUICK).transitions())
                .isZero();
    }

    @Test
    void where_a_series_begins_is_no_switch() {
        long hour = 3_600_000_000L;
        ConfidenceReadings readings = new ConfidenceReadings(
                new long[] {0, 0, hour, hour, 2 * hour, 2 * hour},
                new double[] {0.9, 0.5, 0.9, 0.5, 0.7, 0.9},
                new int[] {0, 1, 0, 1, 0, 1},
                PERIOD);
        assertThat(HysteresisReplay.of(readings, 0.8, 0.75, QUICK).transitions())
                .isEqualTo(2);
    }

    @Test
    void an_outage_does_not_count_as_time_in_a_mode() {
        long hour = 3_600_000_000L;
        long[] at = {0, hour, 2 * hour, 3 * hour, 103 * hour};
        ConfidenceReadings readings = new ConfidenceReadings(at, new double[] {0, 0, 0, 0.9, 0.9}, new int[5], PERIOD);
        // three hours learning, then three usual gaps of an hour trading
        assertThat(((Result.Value)
                                HysteresisReplay.of(readings, 0.8, 0.75, QUICK).tradingShare())
                        .value())
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void thresholds_the_wrong_way_round_are_refused() {
        ConfidenceReadings none = new ConfidenceReadings(new long[0], new double[0], new int[0], PERIOD);
        assertThatThrownBy(() -> HysteresisReplay.of(none, 0.7, 0.8, QUICK))
                .hasMessage("hysteresis: found exit 0.8 above enter 0.7, at most the same was expected");
        assertThat(HysteresisReplay.of(none, 0.8, 0.75, QUICK).tradingShare()).isInstanceOf(Result.Undefined.class);
    }
}
