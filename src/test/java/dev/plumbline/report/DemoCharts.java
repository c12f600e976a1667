package dev.plumbline.report;

import dev.plumbline.chart.CalibrationChart;
import dev.plumbline.chart.Chart;
import dev.plumbline.chart.ConfidenceChart;
import dev.plumbline.chart.DailyPnlChart;
import dev.plumbline.chart.DecisionMixChart;
import dev.plumbline.chart.EquityChart;
import dev.plumbline.chart.RetrainingChart;
import dev.plumbline.chart.RollingChart;
import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.Period;
import dev.plumbline.model.PnlBasis;
import dev.plumbline.model.RetrainingRuns;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** The pictures of the review with invented figures: the same at every call. */
final class DemoCharts {

    static final Period ALL = Period.of(DemoCheck.BASE.from(), DemoCheck.WEEK.to());
    private static final long HOUR = 3_600_000_000L;

    private DemoCharts() {}

    static Chart equity(int perHour) {
        int n = (int) (ALL.days() * 24 * perHour);
        Random random = new Random(7);
        long[] micros = new long[n];
        double[] value = new double[n];
        double v = 10_000;
        for (int i = 0; i < n; i++) {
            micros[i] = ALL.fromMicros() + i * (HOUR / perHour);
            double drift = i < n * 0.3 ? 3.2 : i < n * 0.75 ? 1.2 : i < n * 0.96 ? -3.4 : 8;
            v += drift / perHour + random.nextGaussian() * 14 / Math.sqrt(perHour);
            value[i] = v;
        }
        EquityCurve curve =
                new EquityCurve(micros, value, new double[n], false, ALL, ZoneOffset.UTC, "USDT", "reported");
        return EquityChart.of(curve, Optional.of(DemoCheck.BASE), DemoCheck.WEEK);
    }

    static Chart pnl() {
        double[] days = {
            75, -54, 106, 40, 240, 258, 124, -52, 30, 68, 40, 52, -180, 182, 262, -230, 212, -205, -45, -90, 145
        };
        long[] exits = new long[days.length];
        long[] entries = new long[days.length];
        for (int i = 0; i < days.length; i++) {
            exits[i] = ALL.fromMicros() + i * 24L * HOUR + HOUR;
            entries[i] = exits[i] - HOUR;
        }
        ClosedTrades trades = new ClosedTrades(
                exits, entries, days, new double[days.length], PnlBasis.NET, "USDT", ALL, ZoneOffset.UTC);
        return DailyPnlChart.of(trades, DemoCheck.WEEK);
    }

    static Chart mix() {
        Random random = new Random(3);
        List<ActionCounts> days = new ArrayList<>();
        for (LocalDate day : ALL.dates(ZoneOffset.UTC)) {
            boolean now = !day.isBefore(LocalDate.of(2026, 11, 10));
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("wait", (now ? 140L : 210) + random.nextInt(30));
            counts.put("hold", (now ? 125L : 130) + random.nextInt(20));
            counts.put("open_long", (now ? 90L : 50) + random.nextInt(20));
            counts.put("open_short", (now ? 60L : 30) + random.nextInt(15));
            counts.put("close_long", 30L + random.nextInt(15));
            counts.put("close_short", 12L + random.nextInt(10));
            days.add(new ActionCounts(counts, Period.ofDays(day, day, ZoneOffset.UTC)));
        }
        return DecisionMixChart.of(days, DemoCheck.WEEK, ZoneOffset.UTC);
    }

    static Chart confidence() {
        int n = (int) (ALL.days() * 24);
        Random random = new Random(5);
        long[] micros = new long[n];
        double[] value = new double[n];
        for (int i = 0; i < n; i++) {
            micros[i] = ALL.fromMicros() + i * HOUR + (i > 380 && i < 390 ? 9 * HOUR : 0);
            value[i] = Math.min(0.98, 0.76 + (i > n * 2 / 3 ? 0.07 : 0) + random.nextGaussian() * 0.02);
        }
        Arrays.sort(micros);
        long t = ALL.fromMicros();
        ModeHistory modes = new ModeHistory(
                new int[] {0, 0, 0, 0, 0},
                new long[] {t, t + 90 * HOUR, t + 370 * HOUR, t + 392 * HOUR, t + 440 * HOUR},
                new String[] {"LEARNING", "TRADING", "RECOVERY", "TRADING", "LEARNING"},
                new boolean[5],
                t + 460 * HOUR,
                ALL);
        return ConfidenceChart.of(
                new ConfidenceReadings(micros, value, new int[n], ALL),
                Optional.of(modes),
                DemoCheck.WEEK,
                ZoneOffset.UTC);
    }

    static Chart calibration() {
        double[] stated = {0.57, 0.65, 0.74, 0.82, 0.91};
        double[] won = {0.53, 0.55, 0.56, 0.55, 0.52};
        return CalibrationChart.of(
                stated,
                won,
                Arrays.stream(won).map(x -> x - 0.08).toArray(),
                Arrays.stream(won).map(x -> x + 0.08).toArray(),
                268);
    }

    static Chart retraining() {
        Random random = new Random(9);
        int n = 42;
        long[] micros = new long[n];
        String[] status = new String[n];
        double[] seconds = new double[n];
        double[] after = new double[n];
        for (int i = 0; i < n; i++) {
            micros[i] = ALL.fromMicros() + i * 12L * HOUR + random.nextInt(10) * HOUR;
            status[i] = i == n - 1
                    ? "in_progress"
                    : random.nextInt(9) == 0 ? "error" : random.nextInt(5) == 0 ? "below_target" : "success";
            after[i] = status[i].equals("success")
                    ? 0.74 + random.nextDouble() * 0.1
                    : status[i].equals("below_target") ? 0.6 : Double.NaN;
        }
        Arrays.sort(micros);
        return RetrainingChart.of(
                new RetrainingRuns(micros, status, seconds, after, 3, ALL), DemoCheck.WEEK, ZoneOffset.UTC);
    }

    static Chart rolling() {
        int n = 21;
        long[] micros = new long[n];
        double[] value = new double[n];
        for (int i = 0; i < n; i++) {
            micros[i] = ALL.fromMicros() + (i + 1) * 24L * HOUR;
            value[i] = i == 4 ? Double.NaN : 0.56 + Math.sin(i / 3.0) * 0.03 - (i > 14 ? (i - 14) * 0.02 : 0);
        }
        return RollingChart.of(
                "Win rate over the last 7 days",
                "win rate",
                Chart.Format.PERCENT,
                micros,
                value,
                OptionalDouble.of(0.555),
                DemoCheck.WEEK,
                ZoneOffset.UTC);
    }
}
