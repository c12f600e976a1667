package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Published values of other tools through the command: their series written as files, one figure asked of each. They are
 * read where they lie.
 */
class ReferenceFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long YEAR = 365 * 86_400_000_000L;
    /** 2000-01-01 in microseconds. */
    private static final long START = 946_684_800_000_000L;

    /** How many of the normative cases are a file and one figure of it. */
    private static final int CASES = 123;

    /** What a metric of the cases is called here; of returns, equity and trades. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("sharpe", "sharpe"),
            Map.entry("sharpe_annualised_arithmetic", "sharpe"),
            Map.entry("sharpe_annualised_geometric", "sharpe_geometric"),
            Map.entry("volatility", "volatility"),
            Map.entry("annual_volatility", "volatility"),
            Map.entry("annualised_volatility", "volatility"),
            Map.entry("comp", "total_return"),
            Map.entry("cumulative_return", "total_return"),
            Map.entry("cagr", "cagr"),
            Map.entry("annual_return", "cagr"),
            Map.entry("annualised_return_geometric", "cagr"),
            Map.entry("calmar", "calmar"),
            Map.entry("max_drawdown", "max_drawdown"),
            Map.entry("sortino", "sortino"),
            Map.entry("tail_ratio", "tail_ratio"),
            Map.entry("stability_r2", "stability"),
            Map.entry("gain_to_pain", "gain_to_pain"),
            Map.entry("ulcer_index", "ulcer_index"),
            Map.entry("pain_index", "pain_index"),
            Map.entry("average_drawdown", "average_drawdown"),
            Map.entry("skewness_moment", "skewness"),
            Map.entry("kurtosis_excess", "kurtosis"),
            Map.entry("var_historical_95", "var_95"),
            Map.entry("var_historical_99", "var_99"),
            Map.entry("var_modified_95", "var_95_modified"),
            Map.entry("var_modified_99", "var_99_modified"),
            Map.entry("var_gaussian_95", "var_95_normal"),
            Map.entry("es_gaussian_95", "cvar_95_normal"),
            Map.entry("es_historical_95", "cvar_95"),
            Map.entry("mean_absolute_deviation", "mean_absolute_deviation"),
            Map.entry("beta", "beta"),
            Map.entry("correlation", "correlation"),
            Map.entry("tracking_error", "tracking_error"),
            Map.entry("expectancy", "expectancy"),
            Map.entry("profit_factor", "profit_factor"),
            Map.entry("payoff_ratio", "payoff_ratio"),
            Map.entry("win_rate", "win_rate"),
            Map.entry("total_profit", "net_pnl"));

    private static final Set<String> TRADES =
            Set.of("expectancy", "profit_factor", "payoff_ratio", "win_rate", "net_pnl");
    /** A loss is a positive number here and a negative one there. */
    private static final Set<String> LOSSES = Set.of(
            "max_drawdown",
            "var_95",
            "var_99",
            "var_95_modified",
            "var_99_modified",
            "var_95_normal",
            "cvar_95",
            "cvar_95_normal");
    /** A missing return is a return of 0 to the peers here, and none to us. */
    private static final Set<String> FILLED = Set.of("total_return", "cagr", "calmar", "max_drawdown", "beta");

    @TempDir
    private Path folder;

    private final Path cases = Path.of(
                    Optional.ofNullable(System.getenv("PLUMB_SHARED")).orElse("../shared"))
            .resolve("reference");

    private final Map<String, JsonNode> read = new HashMap<>();

    @Test
    void a_file_of_a_published_series_gives_the_published_value() throws IOException {
        assumeTrue(Files.isDirectory(cases), "no reference cases beside the checkout: " + cases);
        SoftAssertions softly = new SoftAssertions();
        List<String> ran = new ArrayList<>();
        for (String peer :
                List.of("quantstats", "empyrical", "performanceanalytics", "ffn", "freqtrade", "nautilus_ta4j")) {
            for (JsonNode one :
                    JSON.readTree(cases.resolve(peer + ".json").toFile()).path("cases")) {
                if (one.path("role").asText().equals("normative") && run(peer, one, softly)) {
                    ran.add(peer + " " + one.path("id").asText());
                }
            }
        }
        softly.assertAll();
        assertThat(ran).hasSize(CASES);
    }

    private boolean run(String peer, JsonNode one, SoftAssertions softly) throws IOException {
        String id = IDS.get(one.path("metric").asText());
        JsonNode in = one.path("inputs");
        JsonNode values = values(in);
        JsonNode benchmark = series(in.path("benchmark"));
        boolean plain = in.path("risk_free").asDouble() == 0
                && !in.path("risk_free").isTextual()
                && in.path("required_return").asDouble() == 0
                && !in.path("required_return").isTextual()
                && in.path("starting_value").asDouble() == 0
                && !in.path("mar").isTextual()
                && !one.path("expected").isArray();
        // a return of -1 or less is none, and is refused
        boolean lost = StreamSupport.stream(values.spliterator(), false).anyMatch(v -> v.asDouble() <= -1);
        boolean trades = TRADES.contains(id == null ? "" : id);
        boolean holes = StreamSupport.stream(values.spliterator(), false).anyMatch(v -> !v.isNumber());
        boolean filled = holes && (FILLED.contains(id == null ? "" : id) || in.has("benchmark"));
        if (id == null
                || !plain
                || values.isEmpty()
                || filled
                || (trades && peer.equals("quantstats"))
                || (lost && !trades)) {
            return false;
        }
        boolean each = (peer.equals("performanceanalytics") || peer.equals("ffn")) && id.equals("sortino");
        double periods = each ? 1 : periods(one, in);
        String kind = trades ? "trades" : in.has("prices") ? "equity" : "returns";
        List<String> args = new ArrayList<>(List.of(
                "metrics",
                file(kind, values, benchmark, periods),
                id,
                "--kind",
                kind,
                "--json",
                "--force",
                "--periods-per-year",
                String.valueOf(periods),
                "--mar",
                in.path("mar").asText("0")));
        if (in.has("benchmark")) {
            args.addAll(List.of("--benchmark", "benchmark"));
        }
        Said said = Said.by(args.toArray(String[]::new));
        String what = one.path("id").asText() + " " + one.path("metric").asText();
        softly.assertThat(said.code()).as(what + " " + said.err()).isZero();
        if (said.code() == 0) {
            JsonNode found = JSON.readTree(said.out()).path("metrics").path(id).path("value");
            JsonNode precise = one.path("expected_full_precision");
            compare(what, found, precise.isNumber() ? precise : one.path("expected"), one, LOSSES.contains(id), softly);
        }
        return true;
    }

    private static void compare(
            String what, JsonNode found, JsonNode expected, JsonNode one, boolean loss, SoftAssertions softly) {
        if (!expected.isNumber()) {
            softly.assertThat(found.isNull()).as(what + " is undefined").isTrue();
        } else {
            softly.assertThat(found.isNumber()).as(what + " is defined").isTrue();
            double sign = loss && Math.signum(expected.asDouble()) != Math.signum(found.asDouble()) ? -1 : 1;
            softly.assertThat(sign * found.asDouble())
                    .as(what)
                    .isCloseTo(
                            expected.asDouble(),
                            Offset.offset(one.path("tolerance").asDouble()));
        }
    }

    private static double periods(JsonNode one, JsonNode in) {
        JsonNode p = one.path("conventions").path("annualisation");
        if (p.isObject()) {
            return p.path(in.path("period").asText("daily")).asDouble(252);
        }
        return p.isNumber()
                ? p.asDouble()
                : one.path("conventions").path("periods").asDouble(252);
    }

    private JsonNode values(JsonNode in) throws IOException {
        for (String name : List.of("values", "returns", "prices", "pnls", "profit_abs", "trades")) {
            JsonNode found = series(in.path(name));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return JSON.createArrayNode();
    }

    private JsonNode series(JsonNode named) throws IOException {
        if (named.isArray()) {
            return named;
        }
        for (String file : List.of("empyrical", "freqtrade", "performanceanalytics")) {
            if (!read.containsKey(file)) {
                read.put(
                        file,
                        JSON.readTree(cases.resolve("series_" + file + ".json").toFile()));
            }
            JsonNode found = named.isTextual() ? read.get(file).path(named.asText()) : JSON.missingNode();
            if (found.isObject()) {
                return found.path("values");
            }
        }
        return JSON.createArrayNode();
    }

    /** A row each period of the year; what is missing stays empty. */
    private String file(String kind, JsonNode values, JsonNode benchmark, double periods) throws IOException {
        String header =
                switch (kind) {
                    case "trades" -> "exit_time,pnl";
                    case "equity" -> "time,equity";
                    default -> benchmark.isEmpty() ? "time,return" : "time,return,benchmark";
                };
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 0; i < values.size(); i++) {
            text.append(START + Math.round(i * YEAR / periods)).append(',');
            text.append(values.path(i).isNumber() ? values.path(i).asText() : "");
            text.append(benchmark.isEmpty() ? "" : "," + benchmark.path(i).asText())
                    .append('\n');
        }
        return Files.writeString(folder.resolve("series.csv"), text).toString();
    }
}
