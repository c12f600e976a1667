package dev.plumbline.metric;

import static dev.plumbline.metric.Samples.DAY;
import static dev.plumbline.metric.Samples.HOUR;
import static dev.plumbline.metric.Samples.STANDARD;
import static dev.plumbline.metric.Samples.START;
import static dev.plumbline.metric.Samples.WEEK;
import static dev.plumbline.metric.Samples.reason;
import static dev.plumbline.metric.Samples.trades;
import static dev.plumbline.metric.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Heartbeats;
import dev.plumbline.model.PnlBasis;
import dev.plumbline.model.PricePaths;
import dev.plumbline.model.RetrainingRuns;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class OutcomesTest {

    // Python 3.11: mean((c - y)**2) and -mean(y*log(c) + (1-y)*log(1-c)) for c = .6 .7 .8 .9 .55, y = 1 0 1 1 0
    @Test
    void scores_of_five_stated_confidences_are_known() {
        ClosedTrades five = stated(new double[] {.6, .7, .8, .9, .55}, 1, -1, 1, 1, -1);
        assertThat(value(Outcomes.BRIER_SCORE.measure(five, STANDARD))).isCloseTo(0.2005, within(1e-12));
        assertThat(value(Outcomes.LOG_LOSS.measure(five, STANDARD))).isCloseTo(0.5683620382563468, within(1e-12));
        assertThat(reason(Outcomes.CALIBRATION_ERROR.measure(five, STANDARD))).isEqualTo(Result.Reason.TOO_FEW);
    }

    // 40 trades, 20 stated .5 of which 8 won, 20 stated .9 of which 19 won: (20·|.5-.4| + 20·|.9-.95|)/40
    @Test
    void the_calibration_error_is_the_mean_gap_of_the_bins() {
        double[] confidence = new double[40];
        double[] pnl = new double[40];
        for (int i = 0; i < 40; i++) {
            confidence[i] = i < 20 ? .5 : .9;
            pnl[i] = i < 8 || i >= 21 ? 1 : -1;
        }
        Measurement error = Outcomes.CALIBRATION_ERROR.measure(stated(confidence, pnl), STANDARD);
        assertThat(value(error)).isCloseTo(0.075, within(1e-12));
        assertThat(error.interval().orElseThrow().low()).isBetween(0.0, 0.075);
        assertThat(error.n()).isEqualTo(40);
    }

    @Test
    void to_be_sure_and_wrong_costs_much_but_not_everything() {
        // -ln(1e-15) = 34.538776394910684
        assertThat(value(Outcomes.LOG_LOSS.measure(stated(new double[] {1}, -1), STANDARD)))
                .isCloseTo(34.538776394910684, within(1e-2));
    }

    @Test
    void trades_that_stated_nothing_are_not_scored() {
        for (String id : List.of("brier_score", "log_loss", "calibration_error")) {
            assertThat(reason(TradeMetricsTest.measure(id, trades(1, -1))))
                    .as(id)
                    .isEqualTo(Result.Reason.NOT_AVAILABLE);
        }
        ClosedTrades half = stated(new double[] {Double.NaN, .5}, 1, 1);
        assertThat(Outcomes.BRIER_SCORE.measure(half, STANDARD).n()).isEqualTo(1);
    }

    // mean 0.5, average loss 2
    @Test
    void expectancy_in_losses_needs_a_loss() {
        assertThat(value(Outcomes.EXPECTANCY_R.measure(trades(3, -2, 0.5), STANDARD)))
                .isCloseTo(0.25, within(1e-12));
        assertThat(reason(Outcomes.EXPECTANCY_R.measure(trades(3, 1), STANDARD)))
                .isEqualTo(Result.Reason.NO_LOSS);
        assertThat(value(Outcomes.EXPECTANCY_R.measure(trades(-3, -1), STANDARD)))
                .isEqualTo(-1);
    }

    @Test
    void a_day_without_a_trade_ends_red_days_in_a_row_and_not_losing_trading_days() {
        ClosedTrades apart =
                trades(PnlBasis.NET, new long[] {START, START + DAY, START + 4 * DAY, START + 5 * DAY}, -1, -1, -1, 1);
        assertThat(value(Metrics.RED_DAYS_IN_A_ROW.measure(apart, STANDARD))).isEqualTo(2);
        Measurement losing = Outcomes.LONGEST_LOSING_DAYS.measure(apart, STANDARD);
        assertThat(value(losing)).isEqualTo(3);
        assertThat(losing.n()).isEqualTo(4);
        // Python 3.11: statistics.stdev([-1, -1, 0, 0, -1, 1, 0])
        assertThat(value(Outcomes.DAILY_PNL_SD.measure(apart, STANDARD))).isCloseTo(0.7559289460184544, within(1e-12));
    }

    // long from 100 to 90 and 105; short from 100 to 95 and 130; one whose prices nobody wrote
    @Test
    void excursions_are_shares_of_the_entry_price() {
        PricePaths paths = new PricePaths(
                new boolean[] {true, false, true},
                new double[] {100, 100, 100},
                new double[] {90, 95, Double.NaN},
                new double[] {105, 130, Double.NaN},
                WEEK);
        Measurement adverse = Further.MAE.measure(paths, STANDARD);
        assertThat(value(adverse)).isCloseTo((.1 + .3) / 2, within(1e-12));
        assertThat(value(Further.MFE.measure(paths, STANDARD))).isCloseTo((.05 + .05) / 2, within(1e-12));
        assertThat(adverse.notes()).containsExactly("1 of 3 without prices");
        double[] unknown = {Double.NaN};
        PricePaths none = new PricePaths(new boolean[1], new double[] {1}, unknown, unknown, WEEK);
        assertThat(reason(Further.MAE.measure(none, STANDARD))).isEqualTo(Result.Reason.NOT_AVAILABLE);
        PricePaths empty = new PricePaths(new boolean[0], new double[0], new double[0], new double[0], WEEK);
        assertThat(reason(Further.MFE.measure(empty, STANDARD))).isEqualTo(Result.Reason.NONE);
        assertThatThrownBy(() -> new PricePaths(new boolean[1], new double[2], unknown, unknown, WEEK))
                .hasMessageContaining("price columns of different length: 1 sides, 2 entries");
    }

    // gaps of 60, 60 and 600 s: type 7 gives 60, 60 + 0.9·540, 600
    @Test
    void gaps_between_cycles_have_a_median_and_a_longest() {
        Heartbeats beats =
                new Heartbeats(new long[] {START, START + HOUR / 60, START + HOUR / 30, START + HOUR / 5}, WEEK);
        assertThat(value(Operations.CYCLE_GAP.measure(beats, STANDARD))).isEqualTo(60);
        assertThat(value(Operations.CYCLE_GAP_P95.measure(beats, STANDARD))).isCloseTo(546, within(1e-9));
        assertThat(value(Operations.CYCLE_GAP_LONGEST.measure(beats, STANDARD))).isEqualTo(600);
        assertThat(reason(Operations.CYCLE_GAP.measure(new Heartbeats(new long[] {1}, WEEK), STANDARD)))
                .isEqualTo(Result.Reason.ONE);
        assertThat(reason(Operations.CYCLE_GAP.measure(new Heartbeats(new long[0], WEEK), STANDARD)))
                .isEqualTo(Result.Reason.NONE);
    }

    @Test
    void a_stay_in_a_mode_counts_where_both_its_ends_are_known() {
        Measurement dwell = Operations.MODE_DWELL.measure(
                Samples.modes(new double[] {-1, 2, 3, 5, 9}, "LEARNING", "TRADING", "TRADING", "PAUSED", "TRADING"),
                STANDARD);
        assertThat(value(dwell)).isEqualTo(3.5 * 3_600);
        assertThat(dwell.n()).isEqualTo(2);
        assertThat(dwell.notes()).containsExactly("2 cut by the period, not counted");
        assertThat(reason(Operations.MODE_DWELL.measure(Samples.modes(new double[] {0}, "LEARNING"), STANDARD)))
                .isEqualTo(Result.Reason.TOO_FEW);
        assertThat(reason(Operations.MODE_DWELL.measure(Samples.modes(new double[0]), STANDARD)))
                .isEqualTo(Result.Reason.NONE);
    }

    // .5 .6 .6 .4 .5 turns at .6 and at .4; the other series rises only: 2 turns in 7 days
    @Test
    void confidence_turns_where_it_goes_the_other_way() {
        Measurement turns = Operations.CONFIDENCE_TURNS.measure(
                Samples.confidence(new int[] {0, 0, 1, 0, 0, 1, 0}, .5, .6, .1, .6, .4, .9, .5), STANDARD);
        assertThat(value(turns)).isCloseTo(2 / 7.0, within(1e-12));
        assertThat(turns.n()).isEqualTo(7);
    }

    // ten trades each side that lost 1 before and won 1 after; C(20, 10) = 184,756 splits, so chance is next to none
    @Test
    void a_retraining_that_turns_losses_into_wins_is_no_chance() {
        double[] pnl = IntStream.range(0, 20).mapToDouble(i -> i < 10 ? -1 : 1).toArray();
        RetrainingEffect effect = effect(pnl, 10, "success");
        assertThat(effect.runs()).isEqualTo(1);
        assertThat(((Result.Value) effect.winRate().result()).value()).isEqualTo(1);
        assertThat(((Result.Value) effect.expectancy().result()).value()).isEqualTo(2);
        assertThat(effect.winRate().p()).isLessThan(0.001);
    }

    @Test
    void a_retraining_that_changes_nothing_is_chance() {
        RetrainingEffect effect = effect(BootstrapTest.normal(20, 5), 10, "success");
        assertThat(effect.expectancy().p()).isGreaterThan(0.05);
        assertThat(((Result.Value) effect.expectancy().result())
                        .interval()
                        .orElseThrow()
                        .contains(0))
                .isTrue();
    }

    @Test
    void runs_that_failed_or_lack_trades_have_no_effect() {
        RetrainingEffect none = effect(new double[20], 11, "success");
        assertThat(none.left()).isEqualTo(1);
        assertThat(((Result.Undefined) none.winRate().result()).because())
                .isEqualTo("no successful run with 11 trades before and after it");
        assertThat(none.winRate().p()).isEqualTo(1);
        assertThat(effect(new double[20], 5, "error").left()).isZero();
        assertThatThrownBy(() -> effect(new double[2], 0, "success")).hasMessageContaining("at least 1");
    }

    /** Twenty trades of half an hour, one an hour, and a run between the tenth and the eleventh. */
    private static RetrainingEffect effect(double[] pnl, int k, String status) {
        long[] exits =
                LongStream.range(0, pnl.length).map(i -> START + i * HOUR).toArray();
        RetrainingRuns run = new RetrainingRuns(
                new long[] {START + 9 * HOUR + 1}, new String[] {status}, new double[1], new double[1], 1, WEEK);
        return RetrainingEffect.of(trades(PnlBasis.NET, exits, pnl), run, k, STANDARD);
    }

    private static ClosedTrades stated(double[] confidence, double... pnl) {
        long[] exits = Samples.hours(pnl.length);
        return new ClosedTrades(
                exits, Arrays.copyOf(exits, exits.length), pnl, confidence, PnlBasis.NET, "USDT", WEEK, Samples.UTC);
    }
}
