package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plumb check --quality}: what is said, and how it ends. */
final class CheckQualityTest {

    private static final String HEADER = "id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl\n";

    @TempDir
    Path folder;

    private Said quality(String lines, String... more) throws IOException {
        Path trades = Files.writeString(folder.resolve("trades.csv"), HEADER + lines);
        String data = folder.resolve("data").toString();
        Said imported = Said.by("import", trades.toString(), "--agent", "mine", "--data", data);
        assertThat(imported.code()).as(imported.err()).isZero();
        String[] all = new String[more.length + 4];
        all[0] = "check";
        all[1] = "--quality";
        all[2] = "--data";
        all[3] = data;
        System.arraycopy(more, 0, all, 4, more.length);
        return Said.by(all);
    }

    @Test
    void sound_data_ends_with_0() throws IOException {
        Said said = quality("1,BTCUSDT,long,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,100,110,10\n");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("csv · mine").contains("nothing found");
    }

    @Test
    void a_warning_ends_with_10_unless_only_red_counts() throws IOException {
        String wrong = "1,BTCUSDT,long,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,100,110,35\n";
        Said said = quality(wrong);
        assertThat(said.code()).isEqualTo(10);
        assertThat(said.out()).contains("▲ warning  reported P&L: the bot's P&L differs");
        assertThat(quality(wrong, "--fail-on", "red").code()).isZero();
    }

    @Test
    void an_error_ends_with_20_comes_first_and_no_line_is_wider_than_the_screen() throws IOException {
        Said said = quality("1,BTCUSDT,long,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,100,110,35\n"
                + "2,BTCUSDT,long,2026-01-02T10:00:00Z,2026-01-02T08:00:00Z,1,100,110,10\n");
        assertThat(said.code()).isEqualTo(20);
        assertThat(said.out().indexOf("■ error"))
                .isPositive()
                .isLessThan(said.out().indexOf("▲ warning"));
        assertThat(said.out().lines()).allMatch(line -> line.length() <= 100);
        Said json = quality("2,BTCUSDT,long,2026-01-02T10:00:00Z,2026-01-02T08:00:00Z,1,100,110,10\n", "--json");
        assertThat(json.code()).isEqualTo(20);
        JsonNode answer = new ObjectMapper().readTree(json.out());
        assertThat(answer.get("exit_code").asInt()).isEqualTo(20);
        JsonNode first = answer.get("quality").get(0).get("findings").get(0);
        assertThat(first.get("severity").asText()).isEqualTo("error");
        assertThat(first.get("check").asText()).isEqualTo("impossible_values");
        assertThat(first.get("n").asLong()).isEqualTo(1);
    }
}
