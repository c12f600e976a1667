package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `plumb measure` answers over two agents; the figures are counted by hand. */
final class MeasureCommandTest {

    private static final String HEADER = "id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,fee\n";

    @TempDir
    private static Path folder;

    private static Path data;

    @BeforeAll
    static void two_agents() throws IOException {
        data = folder.resolve("data");
        load("first", "live", """
                1,BTCUSDT,long,2026-01-01T01:00:00Z,2026-01-01T02:00:00Z,1,100,110,0.5
                2,ETHUSDT,long,2026-01-01T03:00:00Z,2026-01-01T04:00:00Z,1,100,90,0.25
                3,ETHUSDT,short,2026-01-02T01:00:00Z,2026-01-02T12:00:00Z,1,100,90,0.25
                """);
        load("second", "paper", """
                1,BTCUSDT,long,2026-01-01T01:00:00Z,2026-01-01T02:00:00Z,1,100,90,0.5
                2,BTCUSDT,long,2026-01-02T01:00:00Z,2026-01-02T02:00:00Z,1,100,110,0.5
                """);
    }

    private static void load(String agent, String environment, String rows) throws IOException {
        Path file = folder.resolve(agent + ".csv");
        Files.writeString(file, HEADER + rows);
        Said said = Said.by(
                "import", file.toString(), "--agent", agent, "--environment", environment, "--data", data.toString());
        assertThat(said.code()).as(said.err()).isZero();
    }

    private static Said measure(String... args) {
        return Said.by(
                Stream.concat(Stream.of("measure", "--data", data.toString(), "--as-of", "2026-01-02"), Stream.of(args))
                        .toArray(String[]::new));
    }

    @Test
    void every_agent_has_a_block_of_its_own_and_none_is_pooled() {
        assertThat(measure("win_rate", "fees", "--last", "2d").out()).isEqualTo("""
                csv · first · live, 1–2 Jan 2026
                metric     value  95 % interval   n
                win rate  66.7 %  [20.8, 93.9 %]  3
                fees        1.00                  3  USDT

                csv · second · paper, 1–2 Jan 2026
                metric     value  95 % interval  n
                win rate  50.0 %  [9.5, 90.5 %]  2
                fees        1.00                 2  USDT
                """);
    }

    @Test
    void agents_stand_side_by_side() {
        assertThat(measure("win_rate", "sharpe", "--last", "2d", "--by", "agent")
                        .out())
                .isEqualTo("""
                1–2 Jan 2026

                win rate               value  95 % interval   n
                csv · first · live    66.7 %  [20.8, 93.9 %]  3
                csv · second · paper  50.0 %  [9.5, 90.5 %]   2

                Sharpe ratio, annualised
                undefined: csv · first · live; csv · second · paper (not available: this agent’s files hold no
                    equity)
                """);
    }

    @Test
    void a_dimension_takes_trades_apart_and_hours_are_a_length() {
        assertThat(measure("win_rate", "--agent", "first", "--by", "symbol", "--last", "2d")
                        .out())
                .isEqualTo("""
                csv · first · live, 1–2 Jan 2026
                metric                value  95 % interval    n
                win rate, BTC/USDT  100.0 %  [20.7, 100.0 %]  1
                win rate, ETH/USDT   50.0 %  [9.5, 90.5 %]    2
                """);
        // the 13 hours that end with the day of --as-of hold the exit at noon
        assertThat(measure("trades", "--agent", "first", "--last", "13h").out()).contains("trades      1");
        assertThat(measure("trades", "--agent", "first", "--from", "2026-01-01", "--to", "2026-01-01")
                        .out())
                .contains("trades      2");
    }

    @Test
    void json_names_agent_period_value_n_unit_interval_method_and_reason() throws IOException {
        JsonNode rows = new ObjectMapper()
                .readTree(measure("win_rate", "sharpe", "--agent", "first", "--last", "2d", "--json")
                        .out())
                .get("measurements");
        JsonNode rate = rows.get(0);
        assertThat(rate.get("agent").textValue()).isEqualTo("first");
        assertThat(rate.get("from").textValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(rate.get("metric").textValue()).isEqualTo("win_rate");
        assertThat(rate.get("value").doubleValue()).isEqualTo(2 / 3.0);
        assertThat(rate.get("n").intValue()).isEqualTo(3);
        assertThat(rate.get("unit").textValue()).isEqualTo("share");
        assertThat(rate.get("interval")).hasSize(2);
        assertThat(rate.get("method").textValue()).isEqualTo("Wilson");
        assertThat(rows.get(1).get("value").isNull()).isTrue();
        assertThat(rows.get(1).get("reason").textValue()).contains("hold no equity");
    }

    @Test
    void an_unknown_metric_or_agent_names_those_that_there_are() {
        assertThat(measure("winrate").err()).isEqualTo("plumb: no metric \"winrate\"; nearest: win_rate, wins, mae\n");
        assertThat(measure("bet").err()).startsWith("plumb: no metric \"bet\"; nearest: beta");
        assertThat(measure("win_rate", "--agent", "third").err()).contains("first", "second");
        assertThat(measure("win_rate", "--by", "mode").err())
                .startsWith("plumb: --by mode: what was asked for has no rows with one in csv · first · live");
    }

    @Test
    void a_long_reason_is_broken_at_a_space() {
        assertThat(MeasureTable.wrapped("one two three four", "  ", 10))
                .containsExactly("one two", "  three", "  four");
        assertThat(MeasureTable.wrapped("abcdefghijkl", "", 5)).containsExactly("abcde", "fghij", "kl");
    }
}
