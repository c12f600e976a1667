package dev.plumbline.metric;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Returns;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** What our metrics give for a case of one number and one series, under the convention that the case states. */
final class ReferenceAnswers {

    private static final double UNDEFINED = Double.NaN;
    private static final ReferenceRisks MORE = new ReferenceRisks();

    private final ReferenceSeries series;

    ReferenceAnswers(ReferenceSeries series) {
        this.series = series;
    }

    /** What our metric gives, brought to the peer's convention; empty where no metric of ours is meant. */
    Optional<Double> of(JsonNode one, double[] x) {
        JsonNode in = one.path("inputs");
        JsonNode conventions = one.path("conventions");
        double p = periods(conventions, in);
        double[] kept = ReferenceSeries.finite(x);
        return switch (one.path("metric").asText()) {
            case "sharpe", "sharpe_annualised_arithmetic" -> Optional.of(sharpe(excess(kept, x, in), p));
            case "sharpe_period", "risk_return_ratio" -> Optional.of(sharpe(kept, 1));
            case "sharpe_constant_series_DEFECT" -> Optional.of(sharpe(constant(), 252));
            case "sortino", "downside_risk", "downside_deviation" -> Optional.of(downside(one, kept, x, p));
            case "volatility", "annual_volatility", "annualised_volatility" ->
                Optional.of(of(Metrics.VOLATILITY, returns(kept, p), p));
            case "comp", "cumulative_return" ->
                Optional.of(grown(kept, in.path("starting_value").asDouble()));
            case "cagr", "annual_return", "annualised_return_geometric" -> Optional.of(cagr(x, p, in));
            case "calmar" -> Optional.of(of(Metrics.CALMAR, curve(ReferenceSeries.zeroed(x), p), p));
            case "max_drawdown", "max_drawdown_nan_DEFECT", "max_drawdown_on_prices_DEFECT" -> {
                double drawdown = of(Metrics.MAX_DRAWDOWN, in.has("prices") ? prices(kept) : curve(kept, 365), 365);
                yield Optional.of(one.path("source").asText().contains("PerformanceAnalytics") ? drawdown : -drawdown);
            }
            case "max_drawdown_relative" ->
                conventions.path("selected_by").asText().equals("relative")
                        ? Optional.of(of(Metrics.MAX_DRAWDOWN, balance(kept, in), 365))
                        : Optional.empty();
            case "max_drawdown_abs" ->
                conventions.path("selected_by").asText().equals("absolute")
                        ? Optional.of(of(Metrics.MAX_DRAWDOWN_ABS, trades(kept), 365))
                        : Optional.empty();
            case "ulcer_index" -> Optional.of(of(Metrics.ULCER_INDEX, curve(kept, 365), 365));
            case "ulcer_index_pct" ->
                Optional.of(of(Metrics.ULCER_INDEX, prices(kept), 365)
                        * 100
                        * Math.sqrt((kept.length - 1.0) / kept.length));
            case "win_rate" -> Optional.of(of(Metrics.WIN_RATE, trades(nonZeroOf(one, kept)), 365));
            case "kelly" -> Optional.of(of(Metrics.KELLY, trades(nonZeroOf(one, kept)), 365));
            case "profit_factor" -> Optional.of(of(Metrics.PROFIT_FACTOR, trades(kept), 365));
            case "payoff", "payoff_ratio" -> Optional.of(of(Metrics.PAYOFF_RATIO, trades(kept), 365));
            case "expectancy" -> Optional.of(of(Metrics.EXPECTANCY, trades(kept), 365));
            case "total_profit" -> Optional.of(of(Metrics.NET_PNL, trades(kept), 365));
            case "sqn" -> {
                boolean population = conventions.path("ddof").asInt(1) == 0;
                double n = kept.length;
                yield Optional.of(of(Metrics.SQN, trades(kept), 365) * (population ? Math.sqrt(n / (n - 1)) : 1));
            }
            case "omega" -> MORE.of(one, excess(kept, x, in), p);
            default -> MORE.of(one, kept, p);
        };
    }

    private double downside(JsonNode one, double[] kept, double[] x, double p) {
        JsonNode in = one.path("inputs");
        boolean perPeriod = one.path("source").asText().contains("PerformanceAnalytics")
                || one.path("conventions").path("annualised").asText().equals("false");
        double periods = perPeriod ? 1 : p;
        JsonNode required = in.path("required_return");
        boolean changing = required.isTextual();
        double each = changing ? 0 : in.path("mar").asDouble(required.asDouble());
        double[] r =
                changing ? ReferenceSeries.finite(ReferenceSeries.minus(x, series.values(required.asText()))) : kept;
        Conventions least = forced(periods).withMinimumAcceptable(Math.pow(1 + each, periods) - 1);
        Metric<Returns> metric =
                one.path("metric").asText().equals("sortino") ? Metrics.SORTINO : Metrics.DOWNSIDE_DEVIATION;
        return metric.measure(returns(r, periods), least).value().orElse(UNDEFINED);
    }

    /** Less the risk-free rate of each period, one for all or a series. */
    private double[] excess(double[] kept, double[] x, JsonNode in) {
        JsonNode rate = in.path("risk_free");
        return rate.isTextual()
                ? ReferenceSeries.finite(ReferenceSeries.minus(x, series.values(rate.asText())))
                : Arrays.stream(kept).map(r -> r - rate.asDouble()).toArray();
    }

    private static double sharpe(double[] r, double p) {
        return of(Metrics.SHARPE, returns(r, p), p);
    }

    private static double grown(double[] r, double from) {
        double total = of(Metrics.TOTAL_RETURN, curve(r, 365), 365);
        return from == 0 ? total : from * (1 + total);
    }

    private static double cagr(double[] x, double p, JsonNode in) {
        if (in.has("days")) {
            return cagr(
                    in.path("start").asDouble(),
                    in.path("end").asDouble(),
                    in.path("days").asDouble());
        }
        if (in.has("symbol")) {
            double days = ChronoUnit.DAYS.between(
                    LocalDate.parse(in.path("start").asText()),
                    LocalDate.parse(in.path("end").asText()));
            // years of 365.25 days
            return cagr(in.path("first").asDouble(), in.path("last").asDouble(), days * 365 / 365.25);
        }
        return of(Metrics.CAGR, curve(ReferenceSeries.zeroed(x), p), p);
    }

    static double grown(double last, double days) {
        return cagr(1, last, days);
    }

    private static double cagr(double first, double last, double days) {
        return of(
                Metrics.CAGR,
                Samples.equity(new double[] {first, last}, new double[2], Math.round(days * Samples.DAY), false),
                365);
    }

    static <S extends dev.plumbline.model.Sample> double of(Metric<S> metric, S sample, double p) {
        return metric.measure(sample, forced(p)).value().orElse(UNDEFINED);
    }

    /** Few resamples: the values are what is compared. */
    static Conventions forced(double p) {
        Conventions c = Samples.STANDARD.forced().withPeriodsPerYear(p);
        return new Conventions(c.periodsPerYear(), 0, 0, 0.95, 10, 1, c.leastReturns(), c.leastDays(), Peer.OWN);
    }

    static Returns returns(double[] r, double p) {
        long gap = Math.round(365 * Samples.DAY / p);
        return new Returns(
                LongStream.rangeClosed(1, r.length).map(i -> i * gap).toArray(), r, Samples.WEEK, Samples.UTC);
    }

    static EquityCurve curve(double[] r, double p) {
        if (r.length == 1) {
            long gap = Math.round(365 * Samples.DAY / p);
            return Samples.equity(new double[] {1, 1 + r[0]}, new double[2], gap, true);
        }
        return TimeWeighted.curve(returns(r, p));
    }

    static EquityCurve prices(double[] value) {
        return Samples.equity(value);
    }

    static EquityCurve balance(double[] pnl, JsonNode in) {
        double[] value = new double[pnl.length + 1];
        value[0] = in.path("starting_balance").asDouble();
        for (int i = 0; i < pnl.length; i++) {
            value[i + 1] = value[i] + pnl[i];
        }
        return Samples.equity(value);
    }

    static ClosedTrades trades(double[] pnl) {
        return Samples.trades(pnl);
    }

    /** A peer that divides by what is not zero. */
    private static double[] nonZeroOf(JsonNode one, double[] x) {
        return one.path("source").asText().contains("quantstats")
                ? Arrays.stream(x).filter(v -> v != 0).toArray()
                : x;
    }

    private static double[] constant() {
        return DoubleStream.generate(() -> 0.001).limit(250).toArray();
    }

    static double periods(JsonNode conventions, JsonNode in) {
        JsonNode p = conventions.path("annualisation");
        if (p.isObject()) {
            return p.path(in.path("period").asText("daily")).asDouble(252);
        }
        return p.isNumber() ? p.asDouble() : conventions.path("periods").asDouble(252);
    }
}
