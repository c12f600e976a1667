package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Returns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Published values of other tools and papers, under each one's convention. They are read where they lie. */
final class ReferenceCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double UNDEFINED = Double.NaN;

    private final Path folder = Path.of(
                    Optional.ofNullable(System.getenv("PLUMB_SHARED")).orElse("../shared"))
            .resolve("reference");

    @Test
    void normative_cases_reproduce() throws IOException {
        assumeTrue(Files.isDirectory(folder), "no reference cases beside the checkout: " + folder);
        SoftAssertions softly = new SoftAssertions();
        List<String> ran = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                for (JsonNode one : JSON.readTree(file.toFile()).path("cases")) {
                    check(one, softly, ran);
                }
            }
        }
        System.out.println(ran.size() + " reference cases ran");
        softly.assertAll();
        assertThat(ran).hasSizeGreaterThanOrEqualTo(160);
    }

    private void check(JsonNode one, SoftAssertions softly, List<String> ran) {
        String role = one.path("role").asText();
        boolean defect = role.equals("peer_defect");
        if (!role.equals("normative") && !defect) {
            return;
        }
        JsonNode expected = one.path(
                defect
                        ? "independent"
                        : one.path("expected_full_precision").isNumber() ? "expected_full_precision" : "expected");
        JsonNode columns = series(one.path("inputs").path("returns").asText("")).path("columns");
        if (columns.isObject()) {
            int i = 0;
            for (JsonNode column : columns) {
                compare(one, doubles(column), expected.get(i++), softly, ran);
            }
            return;
        }
        compare(one, values(one.path("inputs")), expected, softly, ran);
    }

    private void compare(JsonNode one, double[] x, JsonNode expected, SoftAssertions softly, List<String> ran) {
        Optional<Double> found = ours(one, x);
        if (found.isEmpty()) {
            return;
        }
        ran.add(one.path("id").asText());
        double tolerance = one.path("tolerance").asDouble();
        if (expected.isNumber()) {
            softly.assertThat(found.get())
                    .as(one.path("id").asText())
                    .isCloseTo(expected.asDouble(), org.assertj.core.data.Offset.offset(tolerance));
        } else {
            softly.assertThat(found.get())
                    .as(one.path("id").asText() + " undefined")
                    .isNaN();
        }
    }

    /** What our metric gives, brought to the peer's convention; empty where no metric of ours is meant. */
    private Optional<Double> ours(JsonNode one, double[] x) {
        JsonNode in = one.path("inputs");
        JsonNode conventions = one.path("conventions");
        double p = periods(conventions, in);
        double[] kept = finite(x);
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
            case "calmar" -> Optional.of(of(Metrics.CALMAR, curve(zeroed(x), p), p));
            case "max_drawdown", "max_drawdown_nan_DEFECT" -> {
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
            case "psr" -> psr(in);
            case "probabilistic_sharpe_ref0" -> {
                Moments m = Moments.of(kept);
                yield Optional.of(confident(m, m.mean() / m.sd(), 0));
            }
            default -> Optional.empty();
        };
    }

    /** The probabilistic Sharpe ratio is Φ(s / error): the error of our interval, seen from the papers that use it. */
    private static Optional<Double> psr(JsonNode in) {
        if (!in.has("sr") || !in.has("skew")) {
            return Optional.empty();
        }
        Moments moments = new Moments(
                in.path("n").asInt(),
                0,
                1,
                in.path("skew").asDouble(),
                in.path("kurtosis").asDouble());
        return Optional.of(
                confident(moments, in.path("sr").asDouble(), in.path("sr_ref").asDouble()));
    }

    private static double confident(Moments moments, double s, double reference) {
        return new NormalDistribution(null, 0, 1).cumulativeProbability((s - reference) / SharpeError.of(moments, s));
    }

    private double downside(JsonNode one, double[] kept, double[] x, double p) {
        JsonNode in = one.path("inputs");
        boolean perPeriod = one.path("source").asText().contains("PerformanceAnalytics")
                || one.path("conventions").path("annualised").asText().equals("false");
        double periods = perPeriod ? 1 : p;
        JsonNode required = in.path("required_return");
        boolean series = required.isTextual();
        double each = series ? 0 : in.path("mar").asDouble(required.asDouble());
        double[] r = series ? finite(minus(x, values(series(required.asText())))) : kept;
        Conventions least = forced(periods).withMinimumAcceptable(Math.pow(1 + each, periods) - 1);
        Metric<Returns> metric =
                one.path("metric").asText().equals("sortino") ? Metrics.SORTINO : Metrics.DOWNSIDE_DEVIATION;
        return metric.measure(returns(r, periods), least).value().orElse(UNDEFINED);
    }

    private double[] excess(double[] kept, double[] x, JsonNode in) {
        JsonNode rate = in.path("risk_free");
        return rate.isTextual() ? finite(minus(x, values(series(rate.asText())))) : kept;
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
        return of(Metrics.CAGR, curve(zeroed(x), p), p);
    }

    private static double cagr(double first, double last, double days) {
        return of(
                Metrics.CAGR,
                Samples.equity(new double[] {first, last}, new double[2], Math.round(days * Samples.DAY), false),
                365);
    }

    private static <S extends dev.plumbline.model.Sample> double of(Metric<S> metric, S sample, double p) {
        return metric.measure(sample, forced(p)).value().orElse(UNDEFINED);
    }

    /** Few resamples: the values are what is compared. */
    private static Conventions forced(double p) {
        Conventions c = Samples.STANDARD.forced().withPeriodsPerYear(p);
        return new Conventions(c.periodsPerYear(), 0, 0, 0.95, 10, 1, c.leastReturns(), c.leastDays());
    }

    private static Returns returns(double[] r, double p) {
        long gap = Math.round(365 * Samples.DAY / p);
        return new Returns(
                LongStream.rangeClosed(1, r.length).map(i -> i * gap).toArray(), r, Samples.WEEK, Samples.UTC);
    }

    private static EquityCurve curve(double[] r, double p) {
        if (r.length == 1) {
            long gap = Math.round(365 * Samples.DAY / p);
            return Samples.equity(new double[] {1, 1 + r[0]}, new double[2], gap, true);
        }
        return TimeWeighted.curve(returns(r, p));
    }

    private static EquityCurve prices(double[] value) {
        return Samples.equity(value);
    }

    private static EquityCurve balance(double[] pnl, JsonNode in) {
        double[] value = new double[pnl.length + 1];
        value[0] = in.path("starting_balance").asDouble();
        for (int i = 0; i < pnl.length; i++) {
            value[i + 1] = value[i] + pnl[i];
        }
        return Samples.equity(value);
    }

    private static ClosedTrades trades(double[] pnl) {
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

    private static double periods(JsonNode conventions, JsonNode in) {
        JsonNode p = conventions.path("annualisation");
        if (p.isObject()) {
            return p.path(in.path("period").asText("daily")).asDouble(252);
        }
        return p.isNumber() ? p.asDouble() : conventions.path("periods").asDouble(252);
    }

    private double[] values(JsonNode in) {
        for (String name : List.of("values", "returns", "prices", "pnls", "profit_abs", "trades")) {
            JsonNode found = in.path(name);
            if (found.isTextual() && !series(found.asText()).isMissingNode()) {
                return values(series(found.asText()));
            }
            if (found.isArray()) {
                return doubles(found);
            }
        }
        return new double[0];
    }

    private JsonNode series(String name) {
        try {
            for (String file : List.of("empyrical", "freqtrade", "performanceanalytics")) {
                JsonNode found = cached(file).path(name);
                if (!name.isEmpty() && found.isObject()) {
                    return found;
                }
            }
            return JSON.missingNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final java.util.Map<String, JsonNode> cache = new java.util.HashMap<>();

    private JsonNode cached(String file) throws IOException {
        if (!cache.containsKey(file)) {
            cache.put(
                    file,
                    JSON.readTree(folder.resolve("series_" + file + ".json").toFile()));
        }
        return cache.get(file);
    }

    private static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(v -> v.isNumber() ? v.asDouble() : Double.NaN)
                .toArray();
    }

    private static double[] minus(double[] a, double[] b) {
        double[] c = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            c[i] = a[i] - b[i];
        }
        return c;
    }

    private static double[] finite(double[] x) {
        return Arrays.stream(x).filter(Double::isFinite).toArray();
    }

    private static double[] zeroed(double[] x) {
        return Arrays.stream(x).map(v -> Double.isFinite(v) ? v : 0).toArray();
    }
}
