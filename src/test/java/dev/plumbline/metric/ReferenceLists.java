package dev.plumbline.metric;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.PairedReturns;
import dev.plumbline.model.Period;
import dev.plumbline.model.Returns;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The same for cases of two series, and for those whose answer is a series. */
final class ReferenceLists {

    private final ReferenceSeries series;

    ReferenceLists(ReferenceSeries series) {
        this.series = series;
    }

    Optional<double[]> of(JsonNode one, double[] x) {
        JsonNode in = one.path("inputs");
        double p = ReferenceAnswers.periods(one.path("conventions"), in);
        double[] kept = ReferenceSeries.finite(x);
        return Optional.ofNullable(
                switch (one.path("metric").asText()) {
                    case "simple_returns" -> finite(Samples.equity(x).returns().value());
                    case "cumulative_return_series" ->
                        cumulated(x, in.path("starting_value").asDouble());
                    case "aggregate_returns" ->
                        CalendarReturns.of(
                                        series.dated(in.path("returns")),
                                        part(in.path("convert_to").asText()))
                                .rows()
                                .stream()
                                .mapToDouble(CalendarReturns.Row::value)
                                .toArray();
                    case "rolling_sharpe" -> rolling(x, in.path("window").asInt());
                    case "rolling_max_drawdown" ->
                        Rolling.equity(
                                        Metrics.MAX_DRAWDOWN,
                                        ReferenceAnswers.returns(x, 252),
                                        in.path("window").asInt(),
                                        ReferenceAnswers.forced(252))
                                .stream()
                                .mapToDouble(point -> -value(point.result()))
                                .toArray();
                    case "max_drawdown_abs", "max_drawdown_relative" -> deepest(one, kept);
                    case "max_drawdown_relative_to_profit_peak" -> deepest(profits(in), false, false);
                    default -> pairs(one, p);
                });
    }

    private double @org.jspecify.annotations.Nullable [] pairs(JsonNode one, double p) {
        JsonNode in = one.path("inputs");
        JsonNode other = in.has("benchmark") ? in.path("benchmark") : in.path("factor_returns");
        if (other.isMissingNode()) {
            return null;
        }
        Returns own = series.dated(in.path("returns"));
        Returns theirs = other.isNumber() ? constant(own, other.asDouble()) : series.dated(other);
        PairedReturns pairs = PairedReturns.of(own, theirs);
        PairedReturns rises = pairs.where(b -> b > 0);
        PairedReturns falls = pairs.where(b -> b < 0);
        boolean peer = one.path("id").asText().startsWith("emp-");
        return switch (one.path("metric").asText()) {
            case "alpha" -> of(pairs, 252, Benchmarks.ALPHA);
            case "alpha_period" -> of(pairs, 1, Benchmarks.ALPHA);
            case "beta" -> of(pairs, p, Benchmarks.BETA);
            case "alpha_beta" -> both(pairs);
            case "up_alpha_beta" -> both(rises);
            case "down_alpha_beta" -> both(falls);
            case "jensen_alpha" -> of(pairs, p, Benchmarks.JENSEN_ALPHA);
            case "treynor" -> of(pairs, p, Benchmarks.TREYNOR_RATIO);
            case "systematic_risk" -> of(pairs, p, Benchmarks.SYSTEMATIC_RISK);
            case "correlation" -> of(pairs, p, Benchmarks.CORRELATION);
            case "tracking_error" -> of(pairs, p, Benchmarks.TRACKING_ERROR);
            case "active_premium" -> of(pairs, p, Benchmarks.ACTIVE_RETURN);
            case "m_squared" -> of(pairs, p, Benchmarks.M_SQUARED);
            case "up_percent" -> of(pairs, p, Benchmarks.UP_SHARE);
            case "excess_sharpe_information_ratio" -> of(pairs, 1, Benchmarks.INFORMATION_RATIO);
            // active premium over tracking error, where ours has the arithmetic mean above
            case "information_ratio" ->
                ratio(of(pairs, p, Benchmarks.ACTIVE_RETURN), of(pairs, p, Benchmarks.TRACKING_ERROR));
            // σ of the one over σ of the other
            case "fama_beta" -> ratio(of(pairs.own(), p), of(pairs.other(), p));
            // annualised over the days on which the benchmark rose or fell, where ours only compounds them
            case "up_capture" -> peer ? captured(rises) : of(pairs, p, Benchmarks.UP_CAPTURE);
            case "down_capture" -> peer ? captured(falls) : of(pairs, p, Benchmarks.DOWN_CAPTURE);
            case "up_down_capture" -> ratio(captured(rises), captured(falls));
            case "capture_ratio" -> ratio(grown(own), grown(theirs));
            default -> null;
        };
    }

    private static double[] captured(PairedReturns pairs) {
        return ratio(grown(pairs.own()), grown(pairs.other()));
    }

    private static double[] grown(Returns returns) {
        double[] x = ReferenceSeries.zeroed(returns.value());
        return new double[] {ReferenceAnswers.of(Metrics.CAGR, ReferenceAnswers.curve(x, 252), 252)};
    }

    private static double[] of(PairedReturns pairs, double p, Metric<PairedReturns> metric) {
        return new double[] {ReferenceAnswers.of(metric, pairs, p)};
    }

    private static double[] both(PairedReturns pairs) {
        return new double[] {of(pairs, 252, Benchmarks.ALPHA)[0], of(pairs, 252, Benchmarks.BETA)[0]};
    }

    private static double[] of(Returns returns, double p) {
        return new double[] {ReferenceAnswers.of(Metrics.VOLATILITY, returns, p)};
    }

    private static double[] ratio(double[] above, double[] below) {
        return new double[] {above[0] / below[0]};
    }

    private static Returns constant(Returns like, double value) {
        double[] all = new double[like.size()];
        Arrays.fill(all, value);
        return new Returns(like.micros(), all, like.period(), like.zone());
    }

    private static CalendarReturns.Part part(String word) {
        return CalendarReturns.Part.valueOf(
                word.replace("ly", "").replace("dai", "day").toUpperCase(Locale.ROOT));
    }

    /** Total return after each return; the wealth itself where the case starts with some. */
    private static double[] cumulated(double[] x, double from) {
        double[] r = ReferenceSeries.zeroed(x);
        return IntStream.rangeClosed(1, r.length)
                .mapToDouble(i -> ReferenceAnswers.of(
                        Metrics.TOTAL_RETURN, ReferenceAnswers.curve(Arrays.copyOf(r, i), 252), 252))
                .map(total -> from == 0 ? total : from * (1 + total))
                .toArray();
    }

    /** The peer leaves a return that is not a number out of a window; ours has no such return. */
    private static double[] rolling(double[] x, int window) {
        int n = x.length - window + 1;
        DoublePredicate known = Double::isFinite;
        return IntStream.range(0, Math.max(0, n))
                .mapToDouble(i -> {
                    double[] part = DoubleStream.of(Arrays.copyOfRange(x, i, i + window))
                            .filter(known)
                            .toArray();
                    Returns returns = ReferenceAnswers.returns(part, 252);
                    return value(Rolling.returns(Metrics.SHARPE, returns, part.length, ReferenceAnswers.forced(252))
                            .get(0)
                            .result());
                })
                .toArray();
    }

    private static double[] deepest(JsonNode one, double[] pnl) {
        return deepest(
                ReferenceAnswers.balance(pnl, one.path("inputs")),
                one.path("conventions").path("selected_by").asText().equals("relative"),
                one.path("metric").asText().equals("max_drawdown_abs"));
    }

    /** In money or as a share of its peak, the drawdown that is the deepest in money or as a share. */
    private static double[] deepest(EquityCurve balance, boolean byShare, boolean money) {
        DrawdownTable.Stay chosen = DrawdownTable.of(balance).stays().stream()
                .max(Comparator.comparingDouble(stay -> stay.depth() * (byShare ? 1 : peak(balance, stay))))
                .orElseThrow();
        return new double[] {chosen.depth() * (money ? peak(balance, chosen) : 1)};
    }

    private static double peak(EquityCurve balance, DrawdownTable.Stay stay) {
        return balance.value()[Arrays.binarySearch(balance.micros(), Period.micros(stay.start()))];
    }

    /** What was earned so far, P&L of the same instant summed first, from the first trade on. */
    private EquityCurve profits(JsonNode in) {
        JsonNode trades = series.series(in.path("trades").asText());
        double[] pnl = series.values(in);
        TreeMap<String, Double> sums = new TreeMap<>();
        for (int i = 0; i < pnl.length; i++) {
            sums.merge(trades.path("close_date").get(i).asText(), pnl[i], Double::sum);
        }
        double[] earned =
                sums.values().stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.parallelPrefix(earned, Double::sum);
        return Samples.equity(earned);
    }

    private static double value(Result result) {
        return result instanceof Result.Value value ? value.value() : Double.NaN;
    }

    private static double[] finite(double[] x) {
        return Arrays.stream(x).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray();
    }
}
