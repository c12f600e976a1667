package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import dev.plumbline.model.Returns;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A metric over a window that moves on by one return or trade at a time. The first value is there when the window is
 * full; each is dated by the last observation of its window. Neighbours share all but one observation: a run of them is
 * one piece of evidence, not many, so they come without intervals.
 */
public final class Rolling {

    private Rolling() {}

    /** @param result without interval; undefined, with the reason, where the metric is */
    public record Point(Instant at, Result result) {}

    /** Sharpe ratio, volatility and their like over {@code window} returns. */
    public static List<Point> returns(Metric<Returns> metric, Returns returns, int window, Conventions conventions) {
        return returns(metric, returns, window, 1, conventions);
    }

    /** @param step by how many returns the window moves on; the last window ends with the last return */
    public static List<Point> returns(
            Metric<Returns> metric, Returns returns, int window, int step, Conventions conventions) {
        Conventions bare = conventions.withResamples(1);
        return points(returns.micros(), window, step, i -> metric.formula().apply(part(returns, i, window), bare));
    }

    /** Drawdown and its like over the curve that {@code window} returns make. */
    public static List<Point> equity(Metric<EquityCurve> metric, Returns returns, int window, Conventions conventions) {
        return equity(metric, returns, window, 1, conventions);
    }

    /** @param step by how many returns the window moves on; the last window ends with the last return */
    public static List<Point> equity(
            Metric<EquityCurve> metric, Returns returns, int window, int step, Conventions conventions) {
        Conventions bare = conventions.withResamples(1);
        return points(returns.micros(), window, step, i -> metric.formula()
                .apply(TimeWeighted.curve(part(returns, i, window)), bare));
    }

    /** Win rate and its like over {@code window} trades. */
    public static List<Point> trades(
            Metric<ClosedTrades> metric, ClosedTrades trades, int window, Conventions conventions) {
        return trades(metric, trades, window, 1, conventions);
    }

    /** @param step by how many trades the window moves on; the last window ends with the last trade */
    public static List<Point> trades(
            Metric<ClosedTrades> metric, ClosedTrades trades, int window, int step, Conventions conventions) {
        Conventions bare = conventions.withResamples(1);
        return points(trades.exitMicros(), window, step, i -> metric.formula().apply(part(trades, i, window), bare));
    }

    private static List<Point> points(long[] micros, int window, int step, IntFunction<Result> result) {
        if (window < 1) {
            throw new IllegalArgumentException("window: found " + window + ", at least 1 was expected");
        }
        int last = micros.length - window;
        return IntStream.iterate(Math.floorMod(last, step), i -> i <= last, i -> i + step)
                .mapToObj(i -> new Point(Period.instant(micros[i + window - 1]), bare(result.apply(i))))
                .toList();
    }

    private static Result bare(Result result) {
        return result instanceof Result.Value value ? Result.of(value.value(), value.n()) : result;
    }

    private static Returns part(Returns returns, int from, int window) {
        return new Returns(
                Arrays.copyOfRange(returns.micros(), from, from + window),
                Arrays.copyOfRange(returns.value(), from, from + window),
                returns.period(),
                returns.zone());
    }

    private static ClosedTrades part(ClosedTrades trades, int from, int window) {
        int to = from + window;
        return new ClosedTrades(
                Arrays.copyOfRange(trades.exitMicros(), from, to),
                Arrays.copyOfRange(trades.entryMicros(), from, to),
                Arrays.copyOfRange(trades.pnl(), from, to),
                Arrays.copyOfRange(trades.confidence(), from, to),
                trades.basis(),
                trades.currency(),
                trades.period(),
                trades.zone());
    }
}
