package dev.plumbline.metric;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.Returns;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The same for what other tools know of one series of returns, and for the papers on the Sharpe ratio. */
final class ReferenceRisks {

    /** Brings our number to the case's convention: sign, bias, what is inside of it and what it is divided by. */
    Optional<Double> of(JsonNode one, double[] x, double p) {
        JsonNode in = one.path("inputs");
        String metric = one.path("metric").asText();
        double n = x.length;
        return Optional.ofNullable(
                switch (metric) {
                    case "omega" -> omega(one, x);
                    case "bernardo_ledoit" -> each(Metrics.byId("omega"), x, 0);
                    case "omega_sharpe" -> each(Risks.OMEGA, x, mar(in)) - 1;
                    case "gain_to_pain" -> each(Risks.GAIN_TO_PAIN, x, 0);
                    case "kappa2" -> each(Metrics.SORTINO, x, mar(in));
                    case "kappa3" -> each(Further.KAPPA_3, x, mar(in));
                    case "downside_potential" -> each(Further.DOWNSIDE_POTENTIAL, x, mar(in));
                    case "upside_potential" -> each(Further.UPSIDE_POTENTIAL, x, mar(in));
                    case "upside_potential_ratio_full" -> each(Further.UPSIDE_POTENTIAL_RATIO, x, mar(in));
                    case "upside_potential_ratio" ->
                        each(Further.UPSIDE_POTENTIAL_RATIO, x, mar(in))
                                / each(Further.UPSIDE_SHARE, x, mar(in))
                                * Math.sqrt(each(Further.DOWNSIDE_SHARE, x, mar(in)));
                    case "downside_deviation_subset" ->
                        each(Metrics.DOWNSIDE_DEVIATION, x, mar(in))
                                / Math.sqrt(each(Further.DOWNSIDE_SHARE, x, mar(in)));
                    case "downside_frequency" -> each(Further.DOWNSIDE_SHARE, x, mar(in));
                    case "upside_frequency" -> each(Further.UPSIDE_SHARE, x, mar(in));
                    case "upside_risk" -> each(Further.UPSIDE_DEVIATION, x, mar(in));
                    case "upside_variance" -> Math.pow(each(Further.UPSIDE_DEVIATION, x, mar(in)), 2);
                    case "variability_skewness" -> sides(x, in);
                    case "volatility_skewness" -> Math.pow(sides(x, in), 2);
                    case "semi_deviation" -> each(Further.SEMI_DEVIATION, x, 0);
                    case "mean_absolute_deviation" -> each(Further.MEAN_ABSOLUTE_DEVIATION, x, 0);
                    case "d_ratio" ->
                        trades(Metrics.LOSSES, x) / trades(Metrics.WINS, x) / trades(Metrics.PROFIT_FACTOR, x);
                    case "skewness_moment" -> each(Risks.SKEWNESS, x, 0);
                    case "skewness_fisher", "skew" -> each(Risks.SKEWNESS, x, 0) * Math.sqrt(n * (n - 1)) / (n - 2);
                    case "skewness_sample" -> each(Risks.SKEWNESS, x, 0) * n * n / ((n - 1) * (n - 2));
                    case "kurtosis_excess" -> each(Risks.KURTOSIS, x, 0);
                    case "kurtosis_sample" -> plain(x);
                    case "kurtosis_sample_excess", "kurtosis" -> plain(x) - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
                    case "skewness_kurtosis_ratio" -> each(Risks.SKEWNESS, x, 0) / (each(Risks.KURTOSIS, x, 0) + 3);
                    case "annualised_return_arithmetic" -> each(Metrics.MEAN_RETURN, x, 0) * p;
                    case "geo_mean" -> Math.pow(1 + curve(Metrics.TOTAL_RETURN, x, p), 1 / n) - 1;
                    case "sharpe_annualised_geometric" -> year(Further.SHARPE_GEOMETRIC, x, p);
                    case "adjusted_sharpe" -> year(Further.SHARPE_ADJUSTED, x, p);
                    case "martin_ratio" -> curve(Depths.MARTIN_RATIO, x, p);
                    case "pain_index" -> curve(Depths.PAIN_INDEX, x, p);
                    case "pain_ratio" -> curve(Depths.PAIN_RATIO, x, p);
                    case "sterling" -> curve(Further.STERLING_RATIO, x, p);
                    case "average_drawdown" -> curve(Depths.AVERAGE_DRAWDOWN, x, p);
                    case "drawdown_deviation" -> curve(Further.DRAWDOWN_DEVIATION, x, p);
                    case "var", "cvar", "var_historical", "cvar_historical" -> tail(one, x);
                    case "var_historical_95" -> -each(Risks.VAR_95, x, 0);
                    case "var_historical_99" -> -each(Risks.VAR_99, x, 0);
                    case "var_modified_95" -> -each(Risks.VAR_95_MODIFIED, x, 0);
                    case "var_modified_99" -> -each(Further.VAR_99_MODIFIED, x, 0);
                    case "var_gaussian_95" -> -each(Further.VAR_95_NORMAL, x, 0);
                    case "es_gaussian_95" -> -each(Further.CVAR_95_NORMAL, x, 0);
                    case "es_historical_95" -> -each(Risks.CVAR_95, x, 0);
                    case "expected_shortfall" -> Math.exp(-each(Risks.CVAR_95, logs(), 0));
                    case "tail_ratio" -> each(Risks.TAIL_RATIO, small(x), 0);
                    case "stability_r2" -> each(Risks.STABILITY, x, 0);
                    case "kelly_full" -> each(Further.KELLY_CONTINUOUS, x, 0);
                    case "kelly_half" ->
                        value(Further.KELLY_CONTINUOUS, x, conventions(1).as(Peer.PERFORMANCEANALYTICS));
                    case "ulcer_performance_index" -> {
                        double[] r = Samples.equity(x).returns().value();
                        double ulcer = ReferenceAnswers.of(Metrics.ULCER_INDEX, Samples.equity(x), p);
                        yield each(Metrics.MEAN_RETURN, r, 0) / (ulcer * Math.sqrt(r.length / (r.length + 1.0)));
                    }
                    case "min_track_record" -> each(Risks.MIN_TRACK_RECORD_LENGTH, x, 0);
                    case "probabilistic_sharpe_ref0" -> each(Risks.PSR, x, 0);
                    case "probabilistic_sharpe_ref0.1" ->
                        each(
                                Risks.probabilisticSharpe(
                                        one.path("conventions").path("refSR").asDouble()),
                                x,
                                0);
                    case "psr", "dsr" -> in.has("returns") ? corrected(x) : probability(in);
                    case "min_trl", "min_trl_years" -> length(in);
                    case "dsr_expected_max_sharpe" -> expected(in);
                    case "expectancy_ratio" -> trades(Metrics.KELLY, x) * trades(Metrics.PAYOFF_RATIO, x);
                    case "annualize" ->
                        ReferenceAnswers.grown(
                                1 + in.path("total_return").asDouble(),
                                in.path("days").asDouble());
                    case "year_frac" -> years(in);
                    default -> null;
                });
    }

    /** One peer takes the risk-free rate off each return, and makes a period's rate of the required one at 252 a year. */
    private static double omega(JsonNode one, double[] x) {
        JsonNode in = one.path("inputs");
        if (in.has("mar") || !in.has("required_return")) {
            return each(Risks.OMEGA, x, mar(in));
        }
        return value(
                Risks.OMEGA,
                x,
                conventions(252)
                        .withMinimumAcceptable(in.path("required_return").asDouble()));
    }

    private static double sides(double[] x, JsonNode in) {
        return each(Further.UPSIDE_DEVIATION, x, mar(in)) / each(Metrics.DOWNSIDE_DEVIATION, x, mar(in));
    }

    /** One peer calls the parametric figure value at risk; losses are negative at both. */
    private static double tail(JsonNode one, double[] x) {
        boolean conditional = one.path("metric").asText().startsWith("cvar");
        JsonNode cutoff = one.path("inputs").path("cutoff");
        if (cutoff.isMissingNode()) {
            return -value(
                    conditional ? Risks.CVAR_95 : Risks.VAR_95,
                    x,
                    conventions(1).as(Peer.QUANTSTATS));
        }
        double share = cutoff.asDouble();
        return -each(conditional ? Risks.conditionalValueAtRisk(share) : Risks.valueAtRisk(share), x, 0);
    }

    /** Σ((x - mean)/sd)⁴ · n(n+1)/((n-1)(n-2)(n-3)), sd with n - 1, out of m₄/m₂². */
    private static double plain(double[] x) {
        double n = x.length;
        return (each(Risks.KURTOSIS, x, 0) + 3) * (n - 1) * (n + 1) / ((n - 2) * (n - 3));
    }

    /** The probabilistic Sharpe ratio with skewness and kurtosis that are corrected for bias, as the peer's are. */
    private static double corrected(double[] x) {
        double n = x.length;
        double skewness = each(Risks.SKEWNESS, x, 0) * Math.sqrt(n * (n - 1)) / (n - 2);
        double excess = plain(x) - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
        return SharpeCertainty.probability(each(Metrics.SHARPE, x, 0), 0, x.length, skewness, excess + 3);
    }

    private static double probability(JsonNode in) {
        double root = Math.sqrt(in.path("periods_per_year").asDouble(1));
        double s =
                in.has("sr") ? in.path("sr").asDouble() : in.path("sr_annual").asDouble() / root;
        double beaten = in.has("n_trials") || in.has("trial_sharpes")
                ? expected(in)
                : in.path("sr_ref").asDouble();
        return SharpeCertainty.probability(
                s,
                beaten,
                in.path("n").asInt(),
                in.path("skew").asDouble(),
                in.path("kurtosis").asDouble());
    }

    private static double length(JsonNode in) {
        double p = in.path("periods_per_year").asDouble(1);
        boolean annual = in.has("sr_annual");
        return SharpeCertainty.leastLength(
                        annual
                                ? in.path("sr_annual").asDouble() / Math.sqrt(p)
                                : in.path("sr").asDouble(),
                        annual
                                ? in.path("sr_ref_annual").asDouble() / Math.sqrt(p)
                                : in.path("sr_ref").asDouble(),
                        in.path("skew").asDouble(),
                        in.path("kurtosis").asDouble(),
                        0.95)
                / p;
    }

    private static double expected(JsonNode in) {
        if (in.has("trial_sharpes")) {
            double[] trials = StreamSupport.stream(in.path("trial_sharpes").spliterator(), false)
                    .mapToDouble(JsonNode::asDouble)
                    .toArray();
            double n = trials.length;
            return SharpeCertainty.expectedMaximum(n, Moments.of(trials).sd() * Math.sqrt((n - 1) / n));
        }
        double deviation = in.has("trial_sr_sd")
                ? in.path("trial_sr_sd").asDouble()
                : Math.sqrt(in.path("trial_sr_variance_annual").asDouble()
                        / in.path("periods_per_year").asDouble());
        return SharpeCertainty.expectedMaximum(in.path("n_trials").asDouble(), deviation);
    }

    /** The years that a doubling took, seen from its yearly growth. */
    private static double years(JsonNode in) {
        double days = java.time.temporal.ChronoUnit.DAYS.between(
                java.time.LocalDate.parse(in.path("start").asText()),
                java.time.LocalDate.parse(in.path("end").asText()));
        return Math.log(2) / Math.log1p(ReferenceAnswers.grown(2, days));
    }

    /** Of prices 100, 99 … 1. */
    private static double[] logs() {
        return IntStream.range(1, 100)
                .mapToDouble(i -> Math.log((100.0 - i) / (101 - i)))
                .toArray();
    }

    /** A ratio of quantiles does not change when returns that lose more than all are made small. */
    private static double[] small(double[] x) {
        double least = Arrays.stream(x).min().orElse(0);
        return least > -1 ? x : Arrays.stream(x).map(r -> r / (1 - least)).toArray();
    }

    private static double mar(JsonNode in) {
        return in.path("mar").asDouble(0);
    }

    @SuppressWarnings("unchecked")
    private static double each(Metric<?> metric, double[] x, double mar) {
        return value((Metric<Returns>) metric, x, conventions(1).withMinimumAcceptable(mar));
    }

    private static double year(Metric<Returns> metric, double[] x, double p) {
        return value(metric, x, conventions(p));
    }

    private static double value(Metric<Returns> metric, double[] x, Conventions conventions) {
        double p = conventions.periodsPerYear().orElseThrow();
        return metric.measure(ReferenceAnswers.returns(x, p), conventions)
                .value()
                .orElse(Double.NaN);
    }

    private static double curve(Metric<dev.plumbline.model.EquityCurve> metric, double[] x, double p) {
        return ReferenceAnswers.of(metric, ReferenceAnswers.curve(x, p), p);
    }

    private static double trades(Metric<dev.plumbline.model.ClosedTrades> metric, double[] x) {
        return ReferenceAnswers.of(metric, ReferenceAnswers.trades(x), 365);
    }

    private static Conventions conventions(double p) {
        return ReferenceAnswers.forced(p);
    }
}
