package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot of four trades a day that won three of four, and two of four for the last six of twenty-six weeks. */
class SlowFallCheckTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");
    private static final int DAYS = 182;
    private static final int FALLEN = 140;

    @TempDir
    Path data;

    private List<JsonNode> slow(String... more) throws IOException {
        StringBuilder trades =
                new StringBuilder("id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl\n");
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < 4; i++) {
                Instant exit = FIRST.plus(day, ChronoUnit.DAYS).plus(i, ChronoUnit.HOURS);
                boolean won = i < (day < FALLEN ? 3 : 2);
                trades.append("%d,BTCUSDT,long,%s,%s,1,100,%s\n"
                        .formatted(4 * day + i, exit.minusSeconds(60), exit, won ? "110,10" : "90,-10"));
            }
        }
        Path file = Files.writeString(data.resolve("trades.csv"), trades);
        Path rules = Files.writeString(data.resolve("rules.yaml"), """
            rules:
              - metric: win_rate
                kind: deviation
                yellow: below -5 pt
                action: look at it
            """);
        Said.by("import", file.toString(), "--agent", "mine", "--data", data.toString());
        List<String> command = new ArrayList<>(List.of(
                "check", "--data", data.toString(), "--as-of", "2026-07-01", "--rules", rules.toString(), "--json"));
        command.addAll(List.of(more));
        List<JsonNode> rows = new ArrayList<>();
        new ObjectMapper()
                .readTree(Said.by(command.toArray(String[]::new)).out())
                .get("checks")
                .get(0)
                .get("rows")
                .forEach(rows::add);
        return rows.stream()
                .filter(row -> row.toString().contains("win_rate_slow_fall"))
                .filter(row -> !row.toString().contains("BTC/USDT"))
                .toList();
    }

    @Test
    void the_week_is_like_the_four_before_and_the_fall_is_seen_all_the_same() throws IOException {
        assertThat(slow()).singleElement().satisfies(row -> {
            assertThat(row.get("verdict").asText()).isEqualTo("yellow");
            // the 141st day
            assertThat(row.get("why").asText())
                    .isEqualTo("since about 21 May 50.0 % of 168 trades, 75.0 % of 560 in the 20 weeks before; not"
                            + " chance");
            assertThat(row.get("action").asText()).isEqualTo("look at it");
        });
    }

    @Test
    void a_baseline_established_after_the_fall_says_that_this_is_normal_now() throws IOException {
        slow();
        Said said = Said.by(
                "baseline",
                "establish",
                "--data",
                data.toString(),
                "--name",
                "new",
                "--from",
                "2026-05-25",
                "--days",
                "14",
                "--system",
                "csv");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(slow("--baseline", "new")).isEmpty();
    }
}
