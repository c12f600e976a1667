package dev.plumbline;

import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Metrics;
import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.ErrorCounts;
import dev.plumbline.model.Heartbeats;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.Period;
import dev.plumbline.model.PnlBasis;
import dev.plumbline.model.RetrainingRuns;
import dev.plumbline.model.Returns;
import dev.plumbline.model.Sample;
import dev.plumbline.model.Slice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Simulated days, measured as a window of the store is: the same questions, the same formulas. */
final class SimulatedWindow implements Questions.Answers {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final String[] SYMBOLS = {"BTC/USDT", "ETH/USDT"};

    private final List<SimulatedDay> days;
    private final Period period;
    private final double before;
    private final Conventions conventions;

    /** @param whole every day of the bot; the window is [first, last) of them */
    SimulatedWindow(List<SimulatedDay> whole, int first, int last, Conventions conventions) {
        this.days = whole.subList(first, last);
        this.period = Period.of(START.plus(first, ChronoUnit.DAYS), START.plus(last, ChronoUnit.DAYS));
        this.before = first == 0 ? 10_000 : whole.get(first - 1).equity()[SimulatedDay.HOURS - 1];
        this.conventions = conventions;
    }

    List<Measurement> measurements() {
        return Questions.ask(this);
    }

    Period period() {
        return period;
    }

    @Override
    public Measurement whole(Metric<?> metric) {
        return measure(metric, Slice.ALL);
    }

    @Override
    public List<Measurement> by(Metric<?> metric, String dimension) {
        List<Measurement> all = new ArrayList<>();
        for (String value : values(dimension)) {
            Slice slice = Slice.of(dimension, value);
            Metric<?> member = metric;
            if (metric.id().equals(Metrics.ACTION_SHARE.id())) {
                member = Metrics.actionShare(value);
            } else if (metric.id().equals(Metrics.MODE_SHARE_ROWS.id())) {
                member = Metrics.modeShareRows(value);
            } else if (metric.id().equals(Metrics.MODE_SHARE_TIME.id())) {
                member = Metrics.modeShareTime(value);
            }
            all.add(measure(member, member.equals(metric) ? slice : Slice.ALL).of(slice));
        }
        return all;
    }

    private static List<String> values(String dimension) {
        return switch (dimension) {
            case "symbol" -> List.of(SYMBOLS);
            case "side" -> List.of("long", "short");
            case "action" -> List.of("hold", "open_long", "open_short");
            case "mode" -> List.of("LEARNING", "TRADING");
            default -> List.of();
        };
    }

    private <S extends Sample> Measurement measure(Metric<S> metric, Slice slice) {
        return metric.measure(metric.sample().cast(sample(metric.sample(), slice)), conventions);
    }

    private Sample sample(Class<? extends Sample> kind, Slice slice) {
        if (kind == ClosedTrades.class) {
            return trades(slice);
        }
        if (kind == ConfidenceReadings.class) {
            return confidence(slice);
        }
        if (kind == ModeHistory.class) {
            return modes();
        }
        if (kind == RetrainingRuns.class) {
            return retrainings();
        }
        if (kind == ActionCounts.class) {
            return actions();
        }
        if (kind == Heartbeats.class) {
            return new Heartbeats(
                    LongStream.range(0, (long) days.size() * SimulatedDay.CYCLES)
                            .map(i -> time(0, 0) + i * (SimulatedDay.MICROS / SimulatedDay.CYCLES))
                            .toArray(),
                    period);
        }
        if (kind == ErrorCounts.class) {
            int errors = days.stream().mapToInt(SimulatedDay::errors).sum();
            List<Long> each = days.stream().map(day -> (long) day.errors()).toList();
            return new ErrorCounts(errors, (long) days.size() * SimulatedDay.CYCLES, "cycles", each, period);
        }
        return kind == Returns.class ? equity().dailyReturns() : equity();
    }

    private long time(int day, long micros) {
        return period.fromMicros() + day * SimulatedDay.MICROS + micros;
    }

    private ClosedTrades trades(Slice slice) {
        LongStream.Builder exits = LongStream.builder();
        List<Double> pnl = new ArrayList<>();
        for (int d = 0; d < days.size(); d++) {
            SimulatedDay day = days.get(d);
            for (int i = 0; i < day.pnl().length; i++) {
                boolean inside =
                        switch (slice.dimension()) {
                            case "symbol" -> SYMBOLS[day.symbol()[i]].equals(slice.value());
                            case "side" -> (day.isLong()[i] ? "long" : "short").equals(slice.value());
                            default -> true;
                        };
                if (inside) {
                    exits.add(time(d, day.exits()[i]));
                    pnl.add(day.pnl()[i]);
                }
            }
        }
        long[] times = exits.build().toArray();
        double[] unknown = new double[times.length];
        Arrays.fill(unknown, Double.NaN);
        return new ClosedTrades(
                times,
                times,
                pnl.stream().mapToDouble(Double::doubleValue).toArray(),
                unknown,
                PnlBasis.NET,
                "USDT",
                period,
                ZoneOffset.UTC);
    }

    private EquityCurve equity() {
        int n = days.size() * SimulatedDay.HOURS + 1;
        long[] micros = new long[n];
        double[] value = new double[n];
        micros[0] = time(0, -1);
        value[0] = before;
        for (int i = 1; i < n; i++) {
            int hour = (i - 1) % SimulatedDay.HOURS;
            micros[i] = time((i - 1) / SimulatedDay.HOURS, (hour + 1) * (SimulatedDay.MICROS / SimulatedDay.HOURS) - 1);
            value[i] = days.get((i - 1) / SimulatedDay.HOURS).equity()[hour];
        }
        return new EquityCurve(micros, value, new double[n], true, period, ZoneOffset.UTC, "USDT", "reported");
    }

    private ConfidenceReadings confidence(Slice slice) {
        LongStream.Builder micros = LongStream.builder();
        IntStream.Builder series = IntStream.builder();
        List<Double> values = new ArrayList<>();
        for (int s = 0; s < SYMBOLS.length; s++) {
            for (int d = 0; d < days.size(); d++) {
                for (int i = 0; i < SimulatedDay.READINGS; i++) {
                    boolean trading = days.get(d).trading()[s][i * SimulatedDay.HOURS / SimulatedDay.READINGS];
                    boolean inside =
                            switch (slice.dimension()) {
                                case "symbol" -> SYMBOLS[s].equals(slice.value());
                                case "mode" -> (trading ? "TRADING" : "LEARNING").equals(slice.value());
                                default -> true;
                            };
                    if (inside) {
                        micros.add(time(d, i * (SimulatedDay.MICROS / SimulatedDay.READINGS)));
                        series.add(slice.dimension().equals("symbol") ? 0 : s);
                        values.add(days.get(d).confidence()[s][i]);
                    }
                }
            }
        }
        return new ConfidenceReadings(
                micros.build().toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                series.build().toArray(),
                period);
    }

    private ModeHistory modes() {
        int each = days.size() * SimulatedDay.HOURS;
        int[] series = new int[2 * each];
        long[] micros = new long[2 * each];
        String[] mode = new String[2 * each];
        for (int i = 0; i < 2 * each; i++) {
            int at = i % each;
            series[i] = i / each;
            micros[i] = time(0, at * (SimulatedDay.MICROS / SimulatedDay.HOURS));
            boolean trading = days.get(at / SimulatedDay.HOURS).trading()[i / each][at % SimulatedDay.HOURS];
            mode[i] = trading ? "TRADING" : "LEARNING";
        }
        return new ModeHistory(series, micros, mode, new boolean[2 * each], period.toMicros(), period);
    }

    private RetrainingRuns retrainings() {
        LongStream.Builder micros = LongStream.builder();
        List<String> status = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        for (int d = 0; d < days.size(); d++) {
            SimulatedDay day = days.get(d);
            for (int i = 0; i < day.worked().length; i++) {
                micros.add(time(d, day.retrained()[i]));
                status.add(day.worked()[i] ? "success" : "error");
                seconds.add(day.seconds()[i]);
            }
        }
        double[] took = seconds.stream().mapToDouble(Double::doubleValue).toArray();
        double[] unknown = new double[took.length];
        Arrays.fill(unknown, Double.NaN);
        return new RetrainingRuns(micros.build().toArray(), status.toArray(String[]::new), took, unknown, 2, period);
    }

    private ActionCounts actions() {
        Map<String, Long> counts = new TreeMap<>();
        List<Map<String, Long>> each = new ArrayList<>();
        for (SimulatedDay day : days) {
            Map<String, Long> own = new TreeMap<>();
            for (boolean isLong : day.isLong()) {
                own.merge(isLong ? "open_long" : "open_short", 1L, Long::sum);
            }
            own.merge("hold", (long) Math.max(0, SimulatedDay.CYCLES - day.pnl().length), Long::sum);
            own.forEach((action, n) -> counts.merge(action, n, Long::sum));
            each.add(own);
        }
        return new ActionCounts(counts, each, period);
    }
}
