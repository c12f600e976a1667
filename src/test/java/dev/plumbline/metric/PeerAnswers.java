package dev.plumbline.metric;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.PairedReturns;
import dev.plumbline.model.Returns;
import dev.plumbline.model.Sample;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The figures of other tools that are not ours: those that can be had, and why the others cannot. */
final class PeerAnswers {

    private static final String CURVED = "an expansion of the tail's mean; cvar_95 is historical";
    private static final String POSITIONS = "of simulated positions; an account's equity is marked to market";

    /** By metric. */
    static final Map<String, String> NOT_OFFERED = Map.ofEntries(
            Map.entry("burke", "three definitions are in use; burke_ratio is the third"),
            Map.entry("burke_modified", "as burke"),
            Map.entry("epsilon", "a regression of annualised returns, nobody asks for"),
            Map.entry("net_selectivity", "as epsilon"),
            Map.entry("m2_sortino", "as epsilon"),
            Map.entry("omega_excess_return", "as epsilon"),
            Map.entry("prospect_ratio", "a loss aversion of 2.25 is an opinion"),
            Map.entry("max_drawdown_arithmetic", "returns added up are no account's value"),
            Map.entry("cdd_95", "a quantile of a handful of drawdowns"),
            Map.entry("es_modified_95", CURVED),
            Map.entry("smoothing_index", "of funds that are valued by appraisal"),
            Map.entry("hurst", "one range of one series; no interval"),
            Map.entry("comp_big_positive_return_guess", "guesses prices from large returns"),
            Map.entry("sharpe_freqtrade", "profit a day over deviation a trade: two units"),
            Map.entry("sortino_freqtrade", "as sharpe_freqtrade"),
            Map.entry("calmar_freqtrade", "as sharpe_freqtrade"),
            Map.entry("expectancy_ta4j", "all losers give 0"),
            Map.entry("max_drawdown", POSITIONS),
            Map.entry("max_drawdown_short_anomaly", POSITIONS),
            Map.entry("value_at_risk", "an order statistic as a factor; var_95 interpolates"),
            Map.entry("specific_risk", "divides by n what systematic risk divides by n - 1"),
            Map.entry("total_risk", "as specific_risk"),
            Map.entry("appraisal_ratio", "as specific_risk"),
            Map.entry("average_drawdown_length", "counts one period more where a drawdown has not ended"),
            Map.entry("average_recovery", "as average_drawdown_length"),
            Map.entry("rachev", "means of both tails, the upper one cut elsewhere; tail_ratio is of quantiles"),
            Map.entry("psr", "the peer's estimators of skewness and kurtosis are not published"));

    private final ReferenceSeries series;

    PeerAnswers(ReferenceSeries series) {
        this.series = series;
    }

    Optional<Double> of(JsonNode one) {
        JsonNode in = one.path("inputs");
        Returns own = series.dated(in.path(in.has("returns") ? "returns" : "values"));
        PairedReturns pairs = PairedReturns.of(own, series.dated(in.path("benchmark")));
        return Optional.ofNullable(
                switch (one.path("metric").asText()) {
                    case "cagr" -> cagr(in.path("values").asText());
                    case "probabilistic_sharpe_ref0_PA_default_ignores_kurtosis" ->
                        of(Risks.PSR, own, ReferenceAnswers.forced(1).as(Peer.PERFORMANCEANALYTICS));
                    case "selectivity" -> of(Benchmarks.JENSEN_ALPHA, pairs, 12);
                    case "appraisal_ratio_modified" ->
                        of(Benchmarks.JENSEN_ALPHA, pairs, 12) / of(Benchmarks.BETA, pairs, 12);
                    case "appraisal_ratio_alternative" ->
                        of(Benchmarks.JENSEN_ALPHA, pairs, 12) / of(Benchmarks.SYSTEMATIC_RISK, pairs, 12);
                    case "treynor_modified" ->
                        of(Benchmarks.TREYNOR_RATIO, pairs, 12)
                                * of(Benchmarks.BETA, pairs, 12)
                                / of(Benchmarks.SYSTEMATIC_RISK, pairs, 12);
                    case "m_squared_excess" -> (1 + of(Benchmarks.M_SQUARED, pairs, 12)) / (1 + theirs(pairs)) - 1;
                    case "m_squared_excess_arith" -> of(Benchmarks.M_SQUARED, pairs, 12) - theirs(pairs);
                    case "max_drawdown_abs_all_losers" ->
                        Metrics.MAX_DRAWDOWN_ABS
                                .measure(
                                        Samples.trades(ReferenceSeries.doubles(in.path("profit_abs"))),
                                        Samples.STANDARD.as(Peer.FREQTRADE))
                                .value()
                                .orElseThrow();
                    default -> null;
                });
    }

    /** 126 times 10 % in 126 days, and 252 times 0.1 %, at 252 a year. */
    private static double cagr(String words) {
        int n = Integer.parseInt(words.substring(0, words.indexOf(' ')));
        double[] x = new double[n];
        Arrays.fill(x, n == 126 ? Math.pow(1.1, 1 / 126.0) - 1 : 0.001);
        return ReferenceAnswers.of(Metrics.CAGR, ReferenceAnswers.curve(x, 252), 252);
    }

    private static double theirs(PairedReturns pairs) {
        return ReferenceAnswers.of(
                Metrics.CAGR, ReferenceAnswers.curve(pairs.other().value(), 12), 12);
    }

    private static <S extends Sample> double of(Metric<S> metric, S sample, double p) {
        return of(metric, sample, ReferenceAnswers.forced(p));
    }

    private static <S extends Sample> double of(Metric<S> metric, S sample, Conventions conventions) {
        return metric.measure(sample, conventions).value().orElse(Double.NaN);
    }
}
