package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesFileTest {

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("sources.yaml"), text);
    }

    @Test
    void an_entry_says_what_only_the_operator_knows() throws IOException {
        List<ImportRequest> entries = SourcesFile.read(file("""
                        # where my bots write
                        sources:
                        - path: ../bot/logs/decisions
                          system: roma
                          account: main
                          exchange: binance
                          environment: live
                          zone: Europe/Berlin
                          capital: 10000
                          stake: 250.5
                          fee_rate: 0.0004
                          max_age: 30m
                        - path: https://example.org/metrics
                        """));
        ImportRequest first = entries.get(0);
        assertThat(first.paths())
                .containsExactly(folder.resolveSibling("bot/logs/decisions").toString());
        assertThat(first.system()).contains("roma");
        assertThat(first.told().account()).contains("main");
        assertThat(first.told().exchange()).contains("binance");
        assertThat(first.told().environment()).contains("live");
        assertThat(first.told().zone()).contains(ZoneId.of("Europe/Berlin"));
        assertThat(first.told().capital()).hasValue(10_000);
        assertThat(first.told().stake()).hasValue(250.5);
        assertThat(first.told().feeRate()).hasValue(0.0004);
        assertThat(first.told().maxAge()).hasValue(1_800);
        assertThat(entries.get(1).paths()).containsExactly("https://example.org/metrics");
        assertThat(entries.get(1).system()).isEmpty();
    }

    @Test
    void a_path_below_the_home_folder_is_found_there() throws IOException {
        assertThat(SourcesFile.read(file("sources:\n- path: ~/bot/trading.db\n"))
                        .get(0)
                        .paths())
                .containsExactly(Path.of(System.getProperty("user.home"), "bot/trading.db")
                        .toString());
    }

    @Test
    void an_empty_file_lists_nothing() throws IOException {
        assertThat(SourcesFile.read(file("# nothing yet\n"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "systm: roma | :3: there is no key \"systm\": did you mean \"system\"? One of path, system, agent, account,"
                        + " exchange, environment, zone, capital, stake, fee_rate, max_age, map was expected",
                "zone: Mars/Base | :3: zone is \"Mars/Base\": a zone such as Europe/Berlin or +08:00 was expected",
                "capital: plenty | :3: capital is \"plenty\": a number was expected",
                "stake: -5 | :3: stake is \"-5\": a number not below 0 was expected",
                "max_age: soon | :3: max_age is \"soon\": seconds, or a length such as 30m, 2h or 1d, was expected",
                "environment: prod | :3: environment is \"prod\": one of live, paper, testnet, backtest, unknown was expected",
                "agent: [a, b] | :3: agent has no value: one text or number was expected",
            })
    void a_wrong_entry_is_told_with_its_line(String line, String message) throws IOException {
        Path file = file("sources:\n- path: logs\n  " + line + "\n");
        assertThatThrownBy(() -> SourcesFile.read(file)).hasMessage(file + message);
    }

    @Test
    void an_entry_needs_a_path_and_the_file_a_list() throws IOException {
        Path lacking = file("sources:\n- agent: alpha\n");
        assertThatThrownBy(() -> SourcesFile.read(lacking))
                .hasMessage(lacking + ":2: this entry has no path: a file, folder or URL was expected");
        Path map = file("path: logs\n");
        assertThatThrownBy(() -> SourcesFile.read(map))
                .hasMessage(map
                        + ":1: there is no key \"path\": \"sources:\" and a list of entries below it, each beginning"
                        + " with \"- path:\", was expected, and \"targets:\" may stand beside it");
        Path list = file("- path: logs\n");
        assertThatThrownBy(() -> SourcesFile.read(list))
                .hasMessage(list + ":1: \"sources:\" and a list of entries below it, each beginning with \"- path:\","
                        + " was expected");
    }

    @Test
    void targets_may_stand_before_the_sources() throws IOException {
        assertThat(SourcesFile.read(file("targets:\n- agent: alpha\n  weekly_pnl: 5\nsources:\n- path: logs\n")))
                .hasSize(1);
    }
}
