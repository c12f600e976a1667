package dev.plumbline.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantFileTest {

    private static final FleetOptions OPTIONS = FleetOptions.until(LocalDate.of(2026, 11, 17));
    private static final Period PERIOD =
            Period.of(Instant.parse("2026-10-13T00:00:00Z"), Instant.parse("2026-11-17T00:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void changes_are_read_with_dates_times_and_spans_before_the_end() {
        Plants plants = read("""
                - kind: win_rate
                  agent: btc-eth-paper
                  symbol: SOL/USDT
                  from: 2026-11-01
                  to: 2026-11-03T12:30
                  size: 0.2
                # the rest of the fleet sleeps
                - {kind: gap, agent: qwen-paper, from: -36h, to: -1d}
                - {kind: open_share, agent: deepseek-live, size: 3}
                """);
        assertThat(plants.list())
                .containsExactly(
                        new Plant(
                                PlantKind.WIN_RATE,
                                "btc-eth-paper",
                                "SOL/USDT",
                                micros("2026-11-01T00:00:00Z"),
                                micros("2026-11-03T12:30:00Z"),
                                0.2),
                        new Plant(
                                PlantKind.GAP,
                                "qwen-paper",
                                "",
                                micros("2026-11-15T12:00:00Z"),
                                micros("2026-11-16T00:00:00Z"),
                                12),
                        new Plant(
                                PlantKind.OPEN_SHARE,
                                "deepseek-live",
                                "",
                                micros("2026-11-10T00:00:00Z"),
                                micros("2026-11-17T00:00:00Z"),
                                3));
    }

    @Test
    void an_empty_file_or_comments_alone_plant_nothing() {
        assertThat(read("").list()).isEmpty();
        assertThat(read("# nothing\n").list()).isEmpty();
        assertThat(read("[]\n").list()).isEmpty();
    }

    @Test
    void mistakes_are_named_with_their_line() {
        refused(
                "- kind: winrate\n",
                ":1: unknown kind \"winrate\": did you mean \"win_rate\"? known are win_rate,"
                        + " confidence, retraining_failures, mode_burst, gap, open_share, stuck_mode, failed_collections, error_storm,"
                        + " unprotected_positions, emergency, memory_leak, alert_storm, websocket_disconnect, daily_loss,"
                        + " restart, order_failures, no_signals, unhealthy");
        refused(
                "- kind: gap\n  agnet: x\n",
                ":2: unknown key \"agnet\": did you mean \"agent\"? known are kind, agent,"
                        + " symbol, from, to, size");
        refused("\n- kind: gap\n", ":2: no \"agent\"");
        refused(
                "- kind: open_share\n  agent: deepsek-live\n",
                ":2: no agent \"deepsek-live\" that open_share applies to:"
                        + " did you mean \"deepseek-live\"? known are deepseek-live, qwen-paper");
        refused(
                "- kind: win_rate\n  agent: btc-eth-live\n  size: 37\n",
                ":3: size \"37\": expected 0.02 to 0.98 (share of trades won)");
        refused("- kind: win_rate\n  agent: btc-eth-live\n", ":1: no \"size\"");
        refused(
                "- kind: mode_burst\n  agent: btc-eth-live\n  size: 7\n",
                ":3: size \"7\": expected 2.0 to 40.0 (mode changes, an even number)");
        refused(
                "- kind: gap\n  agent: btc-eth-live\n  from: soon\n",
                ":3: from \"soon\": expected a UTC date or time such as 2026-11-14 or 2026-11-14T09:30, or -7d or -36h"
                        + " before the end");
        refused(
                "- kind: gap\n  agent: btc-eth-live\n  from: 2026-01-01\n",
                ":3: outside the sample, which has 2026-10-13T00:00:00Z to 2026-11-17T00:00:00Z");
        refused("- kind: gap\n  agent: btc-eth-live\n  from: -1d\n  to: -2d\n", ":3: from is not before to");
        refused("- kind: gap\n  agent: btc-eth-live\n  size: 9\n", ":3: gap has no size: it lasts from from to to");
        refused(
                "- kind: win_rate\n  agent: btc-eth-live\n  symbol: ETHUSDT\n  size: 0.4\n",
                ":3: unknown symbol \"ETHUSDT\": did you mean \"ETH/USDT\"? known are BTC/USDT, ETH/USDT, SOL/USDT");
        refused(
                "- kind: memory_leak\n  agent: fox-main\n  size: 600\n",
                ":2: no agent \"fox-main\" that memory_leak applies to: known are kraken-main");
        refused(
                "- kind: unhealthy\n  agent: bingx-main\n  size: 1\n",
                ":3: unhealthy has no size: it lasts from from to to");
        refused("kind: gap\n", ":1: found \"{\", expected a list of changes, each beginning with \"- kind:\"");
        refused("- kind: [gap]\n", ":1: \"kind\": expected one value, found a list or a block");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> PlantFile.read(missing, List.of(), PERIOD))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(missing + ": cannot be read");
    }

    private void refused(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder.resolve("plant.yaml") + message);
    }

    private Plants read(String yaml) {
        try {
            return PlantFile.read(Files.writeString(folder.resolve("plant.yaml"), yaml), Member.of(OPTIONS), PERIOD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long micros(String time) {
        return Period.micros(Instant.parse(time));
    }
}
