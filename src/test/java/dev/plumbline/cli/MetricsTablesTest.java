package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file says over time, through the command; figures by Python 3.11, statistics and plain arithmetic. */
class MetricsTablesTest {

    private static final double[] TWELVE = {
        0.01, -0.02, 0.03, 0.005, -0.015, 0.02, -0.01, 0.015, 0.025, -0.03, 0.01, -0.01
    };

    private static final String TRADES = "symbol,exit_time,pnl,fee\n"
            + "BTC/USDT,2024-11-30T10:00:00Z,2,0.1\n"
            + "BTC/USDT,2024-12-01T10:00:00Z,5,0.1\n"
            + "ETH/USDT,2024-12-31T23:30:00Z,-1,0.1\n"
            + "BTC/USDT,2025-02-01T10:00:00Z,-3,0.1\n";

    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("input.csv"), text).toString();
    }

    /** The last five days of February and the first seven of March of a leap year. */
    private static String daily() {
        return "date,return\n"
                + IntStream.range(0, TWELVE.length)
                        .mapToObj(i -> String.format(
                                Locale.ROOT, "2024-%02d-%02d,%s%n", i < 5 ? 2 : 3, i < 5 ? 25 + i : i - 4, TWELVE[i]))
                        .collect(Collectors.joining());
    }

    private JsonNode measured(String text, String... more) throws IOException {
        Said said = Said.by(Stream.concat(Stream.of("metrics", file(text), "--json"), Arrays.stream(more))
                .toArray(String[]::new));
        assertThat(said.err()).isEmpty();
        return new ObjectMapper().readTree(said.out());
    }

    @Test
    void a_window_moves_on_by_one_return_and_is_dated_by_its_last() throws IOException {
        JsonNode rolling =
                measured(daily(), "sharpe", "--rolling", "5").path("tables").path("rolling");
        assertThat(rolling.path("window").asInt()).isEqualTo(5);
        assertThat(rolling.path("of").asText()).isEqualTo("returns");
        assertThat(rolling.path("time")).hasSize(8);
        assertThat(rolling.path("time").get(0).asText()).isEqualTo("2024-02-29T00:00:00Z");
        assertThat(rolling.path("time").get(7).asText()).isEqualTo("2024-03-07T00:00:00Z");
        // mean(r[i:i+5]) / stdev(r[i:i+5]) * sqrt(365)
        assertThat(rolling.path("rolling_sharpe").get(0).asDouble()).isCloseTo(1.892834405300572, within(1e-12));
        assertThat(rolling.path("rolling_sharpe").get(7).asDouble()).isCloseTo(1.7395133617627938, within(1e-12));
    }

    @Test
    void what_rolls_unless_named_is_what_the_kind_of_file_has() throws IOException {
        assertThat(measured(daily(), "--rolling", "5")
                        .path("tables")
                        .path("rolling")
                        .fieldNames())
                .toIterable()
                .containsExactly(
                        "window", "of", "step", "time", "rolling_sharpe", "rolling_volatility", "rolling_max_drawdown");
        JsonNode trades = measured(TRADES, "--rolling", "2").path("tables").path("rolling");
        // wins of two: 2/2, 1/2, 0/2; nothing was lost in the first two
        assertThat(trades.path("rolling_win_rate").toString()).isEqualTo("[1.0,0.5,0.0]");
        assertThat(trades.path("rolling_profit_factor").get(0).isNull()).isTrue();
        assertThat(trades.path("rolling_profit_factor").get(1).asDouble()).isEqualTo(5);
    }

    @Test
    void a_window_that_never_fills_has_no_points() throws IOException {
        assertThat(measured(daily(), "--rolling", "13")
                        .path("tables")
                        .path("rolling")
                        .path("time"))
                .isEmpty();
        assertThat(Said.by("metrics", file(daily()), "--rolling", "13").out())
                .contains("over 13 returns, 0 windows")
                .contains("fewer returns than the window has");
    }

    @Test
    void a_month_is_what_its_returns_compound_to() throws IOException {
        JsonNode year = measured(daily(), "sharpe", "--calendar")
                .path("tables")
                .path("calendar")
                .path("years")
                .get(0);
        // math.prod(1 + x for x in r[:5]) - 1; of r[5:]; of r
        assertThat(year.path("year").asInt()).isEqualTo(2024);
        assertThat(year.path("months")).hasSize(12);
        assertThat(year.path("months").get(0).isNull()).isTrue();
        assertThat(year.path("months").get(1).asDouble()).isCloseTo(0.009222597950000022, within(1e-12));
        assertThat(year.path("months").get(2).asDouble()).isCloseTo(0.01895164939452476, within(1e-12));
        assertThat(year.path("total").asDouble()).isCloseTo(0.028349030787379936, within(1e-12));
    }

    @Test
    void a_month_of_trades_is_the_sum_of_their_profit_in_the_zone_of_the_report() throws IOException {
        JsonNode utc = measured(TRADES, "win_rate", "--calendar").path("tables").path("calendar");
        assertThat(utc.path("unit").asText()).isEqualTo("money");
        assertThat(utc.path("years")).hasSize(2);
        assertThat(utc.path("years").get(0).path("months").toString())
                .isEqualTo("[null,null,null,null,null,null,null,null,null,null,2.0,4.0]");
        JsonNode shanghai = measured(TRADES, "win_rate", "--calendar", "--report-zone", "Asia/Shanghai")
                .path("tables")
                .path("calendar");
        // 23:30 UTC on New Year's Eve is the new year there
        assertThat(shanghai.path("years").get(0).path("total").asDouble()).isEqualTo(7);
        assertThat(shanghai.path("years").get(1).path("months").get(0).asDouble())
                .isEqualTo(-1);
    }

    @Test
    void the_deepest_drawdowns_come_first() throws IOException {
        JsonNode drawdowns =
                measured(daily(), "sharpe", "--drawdowns", "1").path("tables").path("drawdowns");
        // the value after each day is the product; from the top on the 4th of March down by (1-.03)*1.01*.99
        assertThat(drawdowns.path("deepest")).hasSize(1);
        JsonNode deepest = drawdowns.path("deepest").get(0);
        assertThat(deepest.path("depth").asDouble()).isCloseTo(0.030097, within(1e-12));
        assertThat(deepest.path("start").asText()).isEqualTo("2024-03-04T00:00:00Z");
        assertThat(deepest.path("end").isNull()).isTrue();
        assertThat(Said.by("metrics", file(daily()), "sharpe", "--drawdowns", "1")
                        .out())
                .containsPattern("3\\.01 %  2024-03-04  2024-03-07  ongoing");
    }

    @Test
    void groups_have_tables_of_their_own() throws IOException {
        JsonNode groups =
                measured(TRADES, "win_rate", "--by", "symbol", "--calendar").path("group_tables");
        assertThat(groups.fieldNames()).toIterable().containsExactly("BTC/USDT", "ETH/USDT");
        assertThat(groups.path("ETH/USDT").path("calendar").path("years")).hasSize(1);
    }

    @Test
    void trades_have_no_drawdowns_of_an_account() throws IOException {
        Said said = Said.by("metrics", file(TRADES), "--drawdowns", "3");
        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains("--drawdowns: trades have no account value; give returns or equity");
    }

    @Test
    void a_deflated_ratio_needs_to_know_how_many_were_tried() throws IOException {
        JsonNode without = measured(daily(), "dsr").path("metrics").path("dsr");
        assertThat(without.path("value").isNull()).isTrue();
        assertThat(without.path("reason").asText()).contains("--trials N");
        // statistics.NormalDist().cdf((s - s*)*sqrt(n-1)/sqrt(1 - g3*s + (g4-1)/4*s*s)), s* of 100 trials
        assertThat(measured(daily(), "dsr", "--trials", "100")
                        .at("/metrics/dsr/value")
                        .asDouble())
                .isCloseTo(0.01937112138734237, within(1e-9));
        assertThat(measured(daily(), "dsr", "--trials", "100", "--trials-deviation", "0.5")
                        .at("/metrics/dsr/value")
                        .asDouble())
                .isCloseTo(0.5834481081900936, within(1e-9));
        assertThat(Said.by("metrics", file(daily()), "dsr", "--trials", "1").err())
                .contains("trials: found 1, at least 2 were expected");
    }
}
