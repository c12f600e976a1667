package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bot of two timeframes: 40 trades a day on 15m that win every other time, and 40 on 1h that win three of four, and in the
 * last week one of four.
 */
class IntervalRuleTest {

    @TempDir
    Path folder;

    @BeforeEach
    void trades() throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("id,symbol,side,timeframe,entry_time,exit_time,quantity,entry_price,exit_price,pnl"));
        for (int day = 0; day < 35; day++) {
            for (int i = 0; i < 80; i++) {
                boolean hourly = i % 2 == 0;
                int turn = i / 2;
                boolean wins = hourly ? (turn % 4 == 0) == (day >= 28) : turn % 2 == 0;
                lines.add(String.format(
                        Locale.ROOT,
                        "%d,BTCUSDT,long,%s,%sT%02d:%02d:00Z,%sT%02d:%02d:30Z,1,100,%d,%d",
                        day * 80 + i,
                        hourly ? "1h" : "15m",
                        LocalDate.of(2026, 1, 1).plusDays(day),
                        i / 4,
                        15 * (i % 4),
                        LocalDate.of(2026, 1, 1).plusDays(day),
                        i / 4,
                        15 * (i % 4),
                        wins ? 105 : 95,
                        wins ? 5 : -5));
            }
        }
        Path file = Files.write(folder.resolve("trades.csv"), lines);
        assertThat(Said.by("import", file.toString(), "--agent", "mine", "--data", data())
                        .code())
                .isZero();
        Files.createDirectories(folder.resolve("data/rules"));
        Files.writeString(folder.resolve("data/rules/csv.yaml"), """
            rules:
              - {metric: win_rate, kind: deviation, slice: timeframe, yellow: below -10 pt, red: below -30 pt}
            """);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Title and verdict of the rows that are about an interval; 75 % of 1,120 trades before, 25 % of 280 now. */
    private List<String> judged(String baseline) throws IOException {
        Said said = Said.by("check", "--baseline", baseline, "--last", "7d", "--json", "--data", data());
        List<String> rows = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(said.out()).findValue("rows")) {
            String interval = row.path("now").path("slice").path("interval").asText();
            if (!interval.isEmpty()) {
                rows.add(interval + " "
                        + row.path("baseline").path("value").asText() + " "
                        + row.path("now").path("value").asText() + " "
                        + row.path("verdict").asText());
            }
        }
        return rows;
    }

    @Test
    void each_interval_is_held_against_its_own_weeks_before() throws IOException {
        assertThat(judged("previous")).containsExactly("1h 0.75 0.25 red", "15m 0.5 0.5 within");
    }

    @Test
    void an_established_baseline_keeps_the_intervals_that_rules_name() throws IOException {
        assertThat(Said.by("baseline", "establish", "--name", "launch", "--days", "20", "--data", data())
                        .out())
                .contains("win rate, 1h: 75.0 %", "win rate, 15m: 50.0 %");
        assertThat(judged("launch")).containsExactly("1h 0.75 0.25 red", "15m 0.5 0.5 within");
    }
}
