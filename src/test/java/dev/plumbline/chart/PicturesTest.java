package dev.plumbline.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.chart.Chart.Area;
import dev.plumbline.chart.Chart.Bars;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Shade;
import dev.plumbline.chart.Chart.StackedBars;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.Period;
import dev.plumbline.model.PnlBasis;
import dev.plumbline.model.RetrainingRuns;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PicturesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final Period WEEK = Period.lastDays(7, DAY, ZoneOffset.UTC);
    private static final long HOUR = 3_600_000_000L;
    private static final long START = WEEK.fromMicros();

    private static Chart equity(double[] value, double[] flow) {
        long[] micros = new long[value.length];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = START + i * 24L * HOUR;
        }
        return EquityChart.of(
                new EquityCurve(micros, value, flow, false, WEEK, ZoneOffset.UTC, "USDT", "reported"),
                Optional.empty(),
                WEEK);
    }

    @Test
    void a_withdrawal_is_no_drawdown_and_a_loss_is() {
        Chart chart = equity(new double[] {1_000, 500, 450, 495, 500}, new double[] {0, -500, 0, 0, 0});
        Area fall = (Area) chart.panels().get(1).series().get(0);
        // python3: 1 - 450/500, 1 - 495/500
        assertThat(fall.y()).containsExactly(new double[] {0, 0, 0.1, 0.01, 0}, within(1e-12));
        assertThat(chart.caption())
                .contains(
                        "Deepest this week: 10.0 % on 12 Nov, recovered on 14 Nov.", "Deposits and withdrawals", "UTC");
        assertThat(chart.panels().get(1).series().get(1).name()).isEqualTo("deepest 10.0 %");
    }

    @Test
    void a_week_without_a_fall_says_so() {
        assertThat(equity(new double[] {1, 2, 3}, new double[3]).caption()).contains("No drawdown this week.");
    }

    @Test
    void pnl_is_summed_by_the_days_of_the_zone() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Period days = Period.ofDays(DAY.minusDays(1), DAY, tokyo);
        // 16:00 UTC of the 15th is the 16th in Tokyo
        long exit = Period.micros(java.time.Instant.parse("2026-11-15T16:00:00Z"));
        ClosedTrades trades = new ClosedTrades(
                new long[] {exit - 10 * HOUR, exit},
                new long[2],
                new double[] {5, -3},
                new double[2],
                PnlBasis.NET,
                "USDT",
                days,
                tokyo);
        Bars bars = (Bars) DailyPnlChart.of(trades, Period.ofDays(DAY, DAY, tokyo))
                .panels()
                .get(0)
                .series()
                .get(0);
        assertThat(bars.y()).containsExactly(5, -3);
        assertThat(bars.past()).containsExactly(true, false);
    }

    @Test
    void an_action_keeps_its_colour_whatever_else_happened() {
        Chart chart = DecisionMixChart.of(
                List.of(new ActionCounts(
                        Map.of("open_long", 1L, "wait", 3L, "dance", 4L), Period.ofDays(DAY, DAY, ZoneOffset.UTC))),
                WEEK,
                ZoneOffset.UTC);
        StackedBars bars = (StackedBars) chart.panels().get(0).series().get(0);
        assertThat(bars.names()).containsExactly("wait", "open long", "other");
        assertThat(bars.tones()).containsExactly(Tone.FAINT, Tone.MAIN, Tone.FIFTH);
        assertThat(bars.y()).isDeepEqualTo(new double[][] {{0.375}, {0.125}, {0.5}});
        assertThat(chart.caption()).startsWith("8 decisions this week. Days of UTC.");
    }

    @Test
    void stretches_outside_trading_are_shaded_once_named() {
        ModeHistory modes = new ModeHistory(
                new int[] {0, 0, 0, 0},
                new long[] {START - HOUR, START + 2 * HOUR, START + 5 * HOUR, START + 6 * HOUR},
                new String[] {"LEARNING", "TRADING", "LEARNING", "TRADING"},
                new boolean[] {true, false, false, false},
                START + 9 * HOUR,
                WEEK);
        ConfidenceReadings readings = new ConfidenceReadings(
                new long[] {START, START + HOUR / 2, START + 20 * HOUR},
                new double[] {0.7, 0.8, 0.9},
                new int[3],
                WEEK);
        Chart chart = ConfidenceChart.of(readings, Optional.of(modes), WEEK, ZoneOffset.UTC);
        assertThat(chart.shades())
                .containsExactly(
                        new Shade(START, START + 2.0 * HOUR, "learning", Optional.of(Tone.SECOND)),
                        new Shade(START + 5.0 * HOUR, START + 6.0 * HOUR, "", Optional.of(Tone.SECOND)));
        Line line = (Line) chart.panels().get(0).series().get(0);
        assertThat(line.y()).containsExactly(new double[] {0.75, Double.NaN, 0.9}, within(1e-12));
    }

    @Test
    void retrainings_are_counted_by_day_and_by_how_they_ended() {
        RetrainingRuns runs = new RetrainingRuns(
                new long[] {START, START + HOUR, START + 2 * HOUR},
                new String[] {"success", "error", "success"},
                new double[] {Double.NaN, Double.NaN, Double.NaN},
                new double[] {0.8, Double.NaN, 0.7},
                3,
                WEEK);
        Chart chart = RetrainingChart.of(runs, WEEK, ZoneOffset.UTC);
        StackedBars bars = (StackedBars) chart.panels().get(1).series().get(0);
        assertThat(bars.names()).containsExactly("success", "error");
        assertThat(bars.y()[0][0]).isEqualTo(2);
        assertThat(chart.caption()).startsWith("Runs this week: 2 success, 1 error.");
    }

    @Test
    void columns_of_different_length_are_refused() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Line("a", new double[2], new double[3], Tone.MAIN))
                .hasMessage("series \"a\" has columns of different length: 2 and 3");
    }
}
