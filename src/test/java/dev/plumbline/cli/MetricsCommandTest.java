package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file says, through the command; figures by Python 3.11, statistics and plain arithmetic. */
class MetricsCommandTest {

    /** Twelve days; mean 0.0025, sample deviation 0.0179772584… (statistics.mean, statistics.stdev). */
    private static final double[] TWELVE = {
        0.01, -0.02, 0.03, 0.005, -0.015, 0.02, -0.01, 0.015, 0.025, -0.03, 0.01, -0.01
    };

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String daily(double[] r) {
        return "date,return\n"
                + IntStream.range(0, r.length)
                        .mapToObj(i -> String.format(Locale.ROOT, "2024-03-%02d,%s%n", i + 1, r[i]))
                        .collect(Collectors.joining());
    }

    private static JsonNode json(Said said) throws IOException {
        return new ObjectMapper().readTree(said.out());
    }

    private JsonNode measured(String text, String... more) throws IOException {
        String[] args = IntStream.range(0, more.length + 3).mapToObj(i -> "").toArray(String[]::new);
        args[0] = "metrics";
        args[1] = file("input.csv", text);
        args[2] = "--json";
        System.arraycopy(more, 0, args, 3, more.length);
        Said said = Said.by(args);
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        return json(said);
    }

    private Said refused(String text, String... more) throws IOException {
        String[] args = new String[more.length + 2];
        args[0] = "metrics";
        args[1] = file("input.csv", text);
        System.arraycopy(more, 0, args, 2, more.length);
        Said said = Said.by(args);
        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.out()).isEmpty();
        assertThat(said.complaints()).hasSize(1);
        return said;
    }

    private static String notes(JsonNode answer) {
        return answer.path("input").path("notes").toString();
    }

    private static double value(JsonNode answer, String id) {
        return answer.path("metrics").path(id).path("value").asDouble(Double.NaN);
    }

    @Test
    void returns_are_measured_as_they_are_spaced() throws IOException {
        JsonNode answer = measured(daily(TWELVE));
        JsonNode input = answer.path("input");
        assertThat(input.path("kind").asText()).isEqualTo("returns");
        assertThat(input.path("rows").asInt()).isEqualTo(12);
        assertThat(input.path("used").asInt()).isEqualTo(12);
        assertThat(input.path("from").asText()).isEqualTo("2024-03-01T00:00:00Z");
        assertThat(input.path("to").asText()).isEqualTo("2024-03-12T00:00:00Z");
        assertThat(input.path("periods_per_year").asDouble()).isEqualTo(365);
        // hashlib.sha256 of the file's bytes has 64 digits
        assertThat(input.path("sha256").asText()).matches("[0-9a-f]{64}");
        // mean(r) / stdev(r) * sqrt(365); prod(1 + r) - 1
        double mean = 0.03 / 12;
        double squares = 0;
        double grown = 1;
        for (double r : TWELVE) {
            squares += (r - mean) * (r - mean);
            grown *= 1 + r;
        }
        assertThat(value(answer, "sharpe")).isCloseTo(mean / Math.sqrt(squares / 11) * Math.sqrt(365), within(1e-12));
        assertThat(value(answer, "total_return")).isCloseTo(grown - 1, within(1e-15));
        assertThat(answer.path("metrics").path("sharpe").path("interval")).hasSize(2);
        assertThat(answer.path("metrics").path("sharpe").path("method").asText())
                .isEqualTo("Lo/Mertens");
        assertThat(answer.path("metrics").path("cagr").path("value").isNull()).isTrue();
        assertThat(answer.path("metrics").path("cagr").path("reason").asText())
                .isEqualTo("12 days of equity, 30 needed");
    }

    @Test
    void a_table_says_what_was_read_and_what_every_figure_means() throws IOException {
        Said said = Said.by("metrics", file("bot.csv", daily(TWELVE)), "sharpe", "cagr", "max_drawdown");
        assertThat(said.out())
                .contains("bot.csv: returns, 12 rows, 12 used")
                .contains("2024-03-01 to 2024-03-12; P = 365, from the median gap of 24.0 h")
                .contains("note: kind inferred: returns")
                .contains("95 % interval")
                .contains("undefined  12 days of equity, 30 needed");
        assertThat(said.out().lines().skip(1)).allMatch(line -> line.length() <= 100);
        assertThat(said.code()).isZero();
    }

    @Test
    void equity_is_sorted_and_the_last_of_each_instant_kept() throws IOException {
        JsonNode answer = measured("Timestamp;Balance\n"
                + "2024-01-03T00:00:00Z;\"1.210,5\"\n"
                + "2024-01-01T00:00:00Z;1000\n"
                + "2024-01-02T00:00:00Z;900,5\n"
                + "2024-01-02T00:00:00Z;1.100,25\n");
        assertThat(answer.path("input").path("kind").asText()).isEqualTo("equity");
        assertThat(answer.path("input").path("rows").asInt()).isEqualTo(4);
        assertThat(answer.path("input").path("used").asInt()).isEqualTo(3);
        assertThat(value(answer, "total_return")).isCloseTo(0.2105, within(1e-12));
        assertThat(value(answer, "max_drawdown")).isZero();
        assertThat(notes(answer))
                .contains("1 duplicate timestamp dropped, the last of each kept")
                .contains("rows were not in order of time (first: line 3): sorted")
                .contains("commas separate decimals");
    }

    @Test
    void missing_values_are_counted_and_never_filled() throws IOException {
        JsonNode answer = measured("date,equity\n2024-01-01,100\n2024-01-02,\n2024-01-03,NaN\n2024-01-04,110\n");
        assertThat(answer.path("input").path("used").asInt()).isEqualTo(2);
        assertThat(value(answer, "total_return")).isCloseTo(0.1, within(1e-12));
        assertThat(notes(answer)).contains("2 rows without a value left out, not filled (first: line 3)");
    }

    @Test
    void what_cannot_be_read_is_rejected_with_its_line_and_ends_with_3() throws IOException {
        Said said = Said.by(
                "metrics", file("r.csv", daily(TWELVE) + "2024-03-13,abc\n2024-03-14,inf\n2024-03-15\n"), "--json");
        assertThat(said.code()).isEqualTo(ExitCode.PARTLY);
        assertThat(json(said).path("input").path("used").asInt()).isEqualTo(12);
        assertThat(said.complaints())
                .hasSize(3)
                .anyMatch(line -> line.endsWith(
                        "r.csv:14:2: found \"abc\": return: a finite number was expected; the line is left out"))
                .anyMatch(line -> line.contains("r.csv:15:2: found \"inf\""))
                .anyMatch(
                        line -> line.endsWith(
                                "r.csv:16: found \"2024-03-15\": 1 field, 2 were expected as in the header; the line is left out"));
    }

    @Test
    void prices_are_refused_as_returns() throws IOException {
        String prices = "date,return\n"
                + IntStream.range(0, 20)
                        .mapToObj(i -> "2024-01-" + String.format("%02d", i + 1) + ",64000\n")
                        .collect(Collectors.joining());
        assertThat(refused(prices).complaints().get(0))
                .endsWith("input.csv: these are no returns: median |value| is 64,000; did you mean --kind equity?");
    }

    @Test
    void per_cents_are_suspected_and_said() throws IOException {
        assertThat(notes(measured("date,return\n2024-01-01,1.5\n2024-01-02,-2\n2024-01-03,0.7\n")))
                .contains("median |value| is 1.50: these look like per cent");
        JsonNode told = measured("date,Return %\n2024-01-01,1.5\n2024-01-02,-2\n2024-01-03,50%\n", "total_return");
        assertThat(notes(told)).contains("its header says per cent: returns are divided by 100");
    }

    @Test
    void equity_that_is_not_above_zero_has_metrics_without_a_value_and_the_reason() throws IOException {
        JsonNode answer = measured("time,equity\n2024-01-01,-100\n2024-01-02,-50\n2024-01-03,-25\n2024-01-04,-20\n"
                + "2024-01-05,-10\n2024-01-06,-9\n2024-01-07,-8\n");
        for (String id : new String[] {"sharpe", "total_return", "max_drawdown", "best_day"}) {
            assertThat(answer.path("metrics").path(id).path("value").isNull()).isTrue();
            assertThat(answer.path("metrics").path(id).path("reason").asText())
                    .contains(
                            "equity point 1 of 7, at 2024-01-01T00:00:00Z, is -100.0: a positive number was expected");
        }
        assertThat(notes(answer)).contains("did you mean --kind returns?");
        assertThat(measured("time,equity\n2024-01-01,100\n2024-01-02,0\n2024-01-03,5\n")
                        .path("metrics")
                        .path("sharpe")
                        .path("reason_code")
                        .asText())
                .isEqualTo("not_positive");
    }

    @Test
    void a_single_row_and_none_have_reasons() throws IOException {
        JsonNode one = measured("time,equity\n2024-01-01,100\n");
        assertThat(one.path("metrics").path("total_return").path("reason").asText())
                .isEqualTo("1 equity point, 2 needed");
        JsonNode none = measured("date,return\n");
        assertThat(none.path("input").path("rows").asInt()).isZero();
        assertThat(none.path("input").path("from").isNull()).isTrue();
        assertThat(none.path("metrics").path("sharpe").path("reason").asText()).isEqualTo("no returns");
    }

    @Test
    void what_is_no_such_file_is_said_in_one_line() throws IOException {
        assertThat(Said.by("metrics", folder.resolve("none.csv").toString()).complaints())
                .containsExactly("plumb: " + folder.resolve("none.csv") + ": there is no such file or folder");
        assertThat(Said.by("metrics", folder.toString()).complaints())
                .containsExactly("plumb: " + folder + ": is a folder; a file was expected");
        assertThat(refused("").complaints().get(0)).contains("input.csv: is empty");
        assertThat(refused("2024-01-01,0.01\n2024-01-02,0.02\n").complaints().get(0))
                .contains("input.csv:1: found \"2024-01-01,0.01\", which are values: a header");
        assertThat(refused("a,b\nx,y\n").complaints().get(0)).contains("no column of times among \"a\", \"b\"");
        assertThat(refused(daily(TWELVE), "--by", "symbl").complaints().get(0))
                .contains("--by: ")
                .contains("has no column \"symbl\"; nearest: ");
        assertThat(refused(daily(TWELVE), "--benchmark", "retun").complaints().get(0))
                .contains("nearest: return");
        assertThat(refused(daily(TWELVE), "sharp").complaints().get(0))
                .contains("no metric \"sharp\"; nearest: sharpe");
        assertThat(refused(daily(TWELVE), "--kind", "price").complaints().get(0))
                .isEqualTo("plumb: --kind: found \"price\", expected one of returns, equity, trades");
        assertThat(refused(daily(TWELVE), "--confidence", "95").complaints().get(0))
                .contains("expected a number between 0 and 1");
        assertThat(refused(daily(TWELVE), "--compat", "talib").complaints().get(0))
                .contains("--compat: found \"talib\"");
    }

    @Test
    void trades_are_measured_as_a_whole_and_by_symbol() throws IOException {
        JsonNode answer = measured(
                "symbol,side,entry_time,exit_time,pnl,fee\n"
                        + "BTC/USDT,long,1709251200,1709254800,10,0.1\n"
                        + "BTC/USDT,long,1709254800,1709258400,-4,0.1\n"
                        + "ETH/USDT,short,1709254800,1709258400,-6,0.1\n"
                        + "ETH/USDT,short,1709254800,,7,0.1\n",
                "--by",
                "symbol");
        assertThat(answer.path("input").path("kind").asText()).isEqualTo("trades");
        assertThat(value(answer, "trades")).isEqualTo(3);
        assertThat(value(answer, "profit_factor")).isEqualTo(1);
        // both losses are booked at one instant: 10, then 0
        assertThat(value(answer, "max_drawdown_abs")).isEqualTo(10);
        assertThat(notes(answer))
                .contains("1 row without an exit time (still open) left out, not filled (first: line 5)")
                .contains("1 trade closed at the instant of another");
        JsonNode groups = answer.path("groups");
        assertThat(groups.fieldNames()).toIterable().containsExactly("BTC/USDT", "ETH/USDT");
        assertThat(groups.path("BTC/USDT").path("profit_factor").path("value").asDouble())
                .isEqualTo(2.5);
        assertThat(groups.path("BTC/USDT").path("profit_factor").path("notes").isMissingNode())
                .isFalse();
        assertThat(groups.path("ETH/USDT").path("win_rate").path("value").asDouble())
                .isZero();
    }

    @Test
    void amounts_of_two_currencies_are_not_added() throws IOException {
        JsonNode answer = measured("symbol,exit_time,pnl\nBTC/USDT,2024-01-01,10\nBTC/EUR,2024-01-02,-4\n");
        assertThat(answer.path("metrics").path("net_pnl").path("value").isNull())
                .isTrue();
        assertThat(answer.path("metrics").path("trades").path("value").asInt()).isEqualTo(2);
    }

    @Test
    void equity_of_two_bots_is_no_series_until_it_is_asked_by_bot() throws IOException {
        String two = "time,bot,equity\n2024-01-01,a,100\n2024-01-01,b,50\n2024-01-02,a,110\n2024-01-02,b,40\n";
        assertThat(refused(two).complaints().get(0))
                .contains("equity of several agents (a, b), which are not one series: ask --by bot");
        JsonNode answer = measured(two, "--by", "bot");
        assertThat(answer.path("metrics")).isEmpty();
        assertThat(answer.path("groups")
                        .path("a")
                        .path("total_return")
                        .path("value")
                        .asDouble())
                .isCloseTo(0.1, within(1e-12));
        assertThat(answer.path("groups")
                        .path("b")
                        .path("total_return")
                        .path("value")
                        .asDouble())
                .isCloseTo(-0.2, within(1e-12));
    }

    @Test
    void a_benchmark_counts_where_both_are_there() throws IOException {
        StringBuilder text = new StringBuilder("date,return,btc\n");
        for (int i = 0; i < TWELVE.length; i++) {
            text.append(
                    String.format(Locale.ROOT, "2024-03-%02d,%s,%s%n", i + 1, TWELVE[i], i < 8 ? 2 * TWELVE[i] : ""));
        }
        JsonNode answer = measured(text.toString(), "--benchmark", "btc");
        assertThat(value(answer, "beta")).isCloseTo(0.5, within(1e-12));
        assertThat(answer.path("metrics").path("beta").path("n").asInt()).isEqualTo(8);
        assertThat(answer.path("metrics").path("sharpe").path("n").asInt()).isEqualTo(12);
        assertThat(notes(answer))
                .contains(
                        "the benchmark covers 8 of 12 returns and ends at 2024-03-08T00:00:00Z: only those are compared");
    }

    @Test
    void minutes_are_the_series_and_days_give_the_intervals() throws IOException {
        StringBuilder text = new StringBuilder("time,return\n");
        // twelve days of four hourly returns each: the day's own is the sum of what its hours have
        for (int i = 0; i < 48; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "2024-03-%02dT%02d:00:00Z,%s%n",
                    i / 4 + 1,
                    i % 4 * 6 + 1,
                    i % 4 == 0 ? TWELVE[i / 4] : 0));
        }
        JsonNode hours = measured(text.toString());
        JsonNode days = measured(daily(TWELVE));
        assertThat(hours.path("input").path("periods_per_year").asDouble()).isEqualTo(1_460);
        assertThat(hours.path("metrics").path("volatility").path("n").asInt()).isEqualTo(48);
        JsonNode range = hours.path("metrics").path("volatility").path("interval");
        JsonNode expected = days.path("metrics").path("volatility").path("interval");
        assertThat(range.path(0).asDouble()).isCloseTo(expected.path(0).asDouble(), within(1e-12));
        assertThat(range.path(1).asDouble()).isCloseTo(expected.path(1).asDouble(), within(1e-12));
        assertThat(hours.path("metrics").path("volatility").path("notes").toString())
                .contains("interval from daily closes");
        assertThat(value(hours, "daily_return")).isCloseTo(value(days, "daily_return"), within(1e-15));
        assertThat(value(hours, "best_day")).isCloseTo(0.03, within(1e-15));
        assertThat(value(hours, "mean_return")).isCloseTo(0.03 / 48, within(1e-15));
    }

    @Test
    void the_same_is_read_from_json_lines_gzip_and_standard_input() throws IOException {
        String text = daily(TWELVE);
        String lines = text.lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(field -> "{\"Date\": \"" + field[0] + "\", \"Return\": " + field[1] + "}\n")
                .collect(Collectors.joining());
        Path packed = folder.resolve("input.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        }
        JsonNode expected = measured(text).path("metrics");
        assertThat(json(Said.by("metrics", file("r.jsonl", lines), "--json")).path("metrics"))
                .isEqualTo(expected);
        assertThat(json(Said.by("metrics", packed.toString(), "--json")).path("metrics"))
                .isEqualTo(expected);
        InputStream kept = System.in;
        try {
            System.setIn(new ByteArrayInputStream(text.replace(',', '\t').getBytes(StandardCharsets.UTF_16LE)));
            JsonNode piped = json(Said.by("metrics", "-", "--json"));
            assertThat(piped.path("metrics")).isEqualTo(expected);
            assertThat(piped.path("input").path("file").asText()).isEqualTo("standard input");
        } finally {
            System.setIn(kept);
        }
    }

    @Test
    void a_column_that_nothing_names_is_what_its_values_look_like() throws IOException {
        JsonNode answer = measured(
                "Date\tStrategy\tBTC Close\n05.01.2024\t0,01\t42.000,50\n06.01.2024\t-0,02\t43.100,10\n07.01.2024\t0,03\t41.000,00\n",
                "--benchmark",
                "btc close");
        assertThat(answer.path("input").path("kind").asText()).isEqualTo("returns");
        assertThat(value(answer, "total_return")).isCloseTo(1.01 * 0.98 * 1.03 - 1, within(1e-12));
        assertThat(notes(answer))
                .contains("column \\\"Strategy\\\" is read as returns, as its values look")
                .contains("benchmark read as prices")
                .contains("the benchmark covers 2 of 3 returns");
    }

    @Test
    void names_mean_what_another_tool_means_when_asked() throws IOException {
        JsonNode own = measured(daily(TWELVE));
        JsonNode theirs = measured(daily(TWELVE), "--compat", "quantstats");
        assertThat(theirs.path("input").path("periods_per_year").asDouble()).isEqualTo(252);
        assertThat(value(theirs, "sharpe")).isCloseTo(value(own, "sharpe") * Math.sqrt(252 / 365.0), within(1e-12));
        assertThat(value(theirs, "ulcer_index"))
                .isCloseTo(value(own, "ulcer_index") * Math.sqrt(12 / 11.0), within(1e-12));
    }

    @Test
    void the_same_seed_gives_the_same_intervals_and_another_gives_others() throws IOException {
        JsonNode one = measured(daily(TWELVE)).path("metrics").path("sortino").path("interval");
        assertThat(measured(daily(TWELVE)).path("metrics").path("sortino").path("interval"))
                .isEqualTo(one);
        assertThat(measured(daily(TWELVE), "--seed", "7")
                        .path("metrics")
                        .path("sortino")
                        .path("interval"))
                .isNotEqualTo(one);
    }

    @Test
    void every_metric_is_listed_with_its_formula() throws IOException {
        Said said = Said.by("metrics", "--list", "--json");
        JsonNode all = json(said).path("metrics");
        assertThat(all.findValuesAsText("id"))
                .containsExactlyInAnyOrderElementsOf(dev.plumbline.metric.Metrics.every().stream()
                        .map(metric -> metric.id())
                        .toList());
        all.forEach(one ->
                assertThat(one.path("formula").asText()).as(one.toString()).isNotBlank());
        assertThat(Said.by("metrics", "--list", "sharpe").out())
                .contains("sharpe (ratio): Sharpe ratio, annualised")
                .contains("formula: mean(r - f) / sd(r) · √P");
    }
}
