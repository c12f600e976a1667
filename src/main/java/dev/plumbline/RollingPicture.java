package dev.plumbline;

import dev.plumbline.baseline.Baseline;
import dev.plumbline.chart.Chart;
import dev.plumbline.chart.RollingChart;
import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Rolling;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import dev.plumbline.model.Returns;
import dev.plumbline.model.Slice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A metric over a moving window as a picture; empty where the window never fills. */
final class RollingPicture {

    private RollingPicture() {}

    /**
     * @param context what the moving window runs over
     * @param window  what is shaded
     * @throws IllegalArgumentException for a metric that is not of returns, equity or trades
     */
    static Optional<Chart> of(
            Window context, Window window, Metric<?> metric, int length, Optional<Baseline> baseline) {
        List<Rolling.Point> points = points(context, metric, length);
        if (points.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble level = baseline.flatMap(it -> it.find(metric, Slice.ALL))
                .map(it -> it.value())
                .orElse(OptionalDouble.empty());
        String over = length + (metric.sample() == ClosedTrades.class ? " trades" : " days");
        return Optional.of(RollingChart.of(
                Character.toUpperCase(metric.title().charAt(0)) + metric.title().substring(1) + ", over " + over,
                metric.title(),
                metric.unit() == Unit.SHARE ? Chart.Format.PERCENT : Chart.Format.NUMBER,
                points.stream().mapToLong(point -> Period.micros(point.at())).toArray(),
                points.stream()
                        .mapToDouble(point -> point.result() instanceof Result.Value value ? value.value() : Double.NaN)
                        .toArray(),
                level,
                window.period(),
                window.zone()));
    }

    @SuppressWarnings("unchecked") // the sample's class says which metric it is
    private static List<Rolling.Point> points(Window context, Metric<?> metric, int length) {
        Conventions conventions = Conventions.standard();
        if (metric.sample() == ClosedTrades.class) {
            return Rolling.trades(
                    (Metric<ClosedTrades>) metric, context.sample(ClosedTrades.class), length, conventions);
        }
        Returns returns = context.sample(EquityCurve.class).dailyReturns();
        if (metric.sample() == Returns.class) {
            return Rolling.returns((Metric<Returns>) metric, returns, length, conventions);
        }
        if (metric.sample() == EquityCurve.class) {
            return Rolling.equity((Metric<EquityCurve>) metric, returns, length, conventions);
        }
        throw new IllegalArgumentException(metric.id()
                + " cannot roll: a metric of returns, equity or trades was expected, such as sharpe or win_rate");
    }
}
