package dev.plumbline;

import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.DrawdownTable;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.MonthTable;
import dev.plumbline.metric.Rolling;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Returns;
import dev.plumbline.model.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moving windows, months and drawdowns of one series of a file. */
final class SampleTables {

    /** More windows than a picture could show are not computed: the window moves on by more than one. */
    private static final int MOST_WINDOWS = 2_000;

    private final Map<Class<?>, Sample> samples;

    SampleTables(Map<Class<?>, Sample> samples) {
        this.samples = samples;
    }

    /**
     * @param named metrics that were asked for; where none of them can roll, those that usually do
     * @throws IllegalArgumentException for a table that such a file cannot have
     */
    FileTables of(FileTables.Asked asked, List<? extends Metric<?>> named, Conventions conventions) {
        if (asked.drawdowns() > 0 && !(samples.get(EquityCurve.class) instanceof EquityCurve)) {
            throw new IllegalArgumentException("--drawdowns: trades have no account value; give returns or equity");
        }
        return new FileTables(
                asked.rolling() > 0 ? Optional.of(moving(asked.rolling(), named, conventions)) : Optional.empty(),
                asked.calendar() ? Optional.of(months()) : Optional.empty(),
                asked.drawdowns() > 0 ? Optional.of(stays(asked.drawdowns())) : Optional.empty(),
                "");
    }

    private FileTables.Moving moving(int window, List<? extends Metric<?>> named, Conventions conventions) {
        boolean trades = samples.get(ClosedTrades.class) instanceof ClosedTrades;
        int n = samples.get(trades ? ClosedTrades.class : Returns.class).size();
        int step = (int) Math.max(1, Math.ceil((n - window + 1.0) / MOST_WINDOWS));
        Map<Metric<?>, List<Rolling.Point>> points = new LinkedHashMap<>();
        for (Metric<?> metric : rolled(named, trades)) {
            points.put(metric, points(metric, window, step, conventions));
        }
        return new FileTables.Moving(window, trades ? "trades" : "returns", step, points);
    }

    private static List<? extends Metric<?>> rolled(List<? extends Metric<?>> named, boolean trades) {
        List<? extends Metric<?>> fitting = named.stream()
                .filter(metric -> metric.sample() == ClosedTrades.class
                        ? trades
                        : !trades && (metric.sample() == Returns.class || metric.sample() == EquityCurve.class))
                .toList();
        return !fitting.isEmpty()
                ? fitting
                : trades
                        ? List.of(Metrics.WIN_RATE, Metrics.PROFIT_FACTOR, Metrics.EXPECTANCY)
                        : List.of(Metrics.SHARPE, Metrics.VOLATILITY, Metrics.MAX_DRAWDOWN);
    }

    @SuppressWarnings("unchecked") // the sample's class says which metric it is
    private List<Rolling.Point> points(Metric<?> metric, int window, int step, Conventions conventions) {
        if (metric.sample() == ClosedTrades.class) {
            ClosedTrades trades = (ClosedTrades) samples.get(ClosedTrades.class);
            return Rolling.trades((Metric<ClosedTrades>) metric, trades, window, step, conventions);
        }
        Returns returns = (Returns) samples.get(Returns.class);
        return metric.sample() == Returns.class
                ? Rolling.returns((Metric<Returns>) metric, returns, window, step, conventions)
                : Rolling.equity((Metric<EquityCurve>) metric, returns, window, step, conventions);
    }

    private FileTables.Months months() {
        return samples.get(ClosedTrades.class) instanceof ClosedTrades trades
                ? new FileTables.Months(trades.basis().isMoney() ? Unit.MONEY : Unit.SHARE, MonthTable.of(trades))
                : new FileTables.Months(Unit.SHARE, MonthTable.of((Returns) samples.get(Returns.class)));
    }

    private FileTables.Stays stays(int most) {
        DrawdownTable all = DrawdownTable.of((EquityCurve) samples.get(EquityCurve.class));
        return new FileTables.Stays(
                new DrawdownTable(
                        all.stays().subList(0, Math.min(most, all.stays().size())), all.because()),
                all.stays().size());
    }
}
