package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot of twenty days of decisions whose log was written by a clock that somebody set back. */
class ClockBackTest {

    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 1, 1, 0, 0);

    @TempDir
    Path folder;

    @BeforeEach
    void decisions() throws IOException {
        Path agent = Files.createDirectories(folder.resolve("bot/alpha"));
        for (int i = 0; i < 20 * 4; i++) {
            LocalDateTime at = BEGIN.plusHours(6L * i);
            String name =
                    "decision_" + at.format(DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss")) + "_cycle" + i + ".json";
            Files.writeString(agent.resolve(name), String.format(Locale.ROOT, """
                            {"timestamp": "%s:00.5", "cycle_number": %d, "decisions": [{"action": "wait"}],
                             "account_state": {"total_wallet_balance": %d.0, "available_balance": 800.0}, "positions": []}
                            """, at, i, 1_000 + i));
        }
    }

    private static List<String> log(LocalDateTime from, int hours) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < hours; i++) {
            String time = from.plusHours(i).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
            lines.add(time
                    + ".002 | INFO     | roma_trading.agents.trading_agent:trading_cycle:239 - 🔄 Agent alpha - Cycle #"
                    + i + " | Runtime: 0min");
            lines.add(time + ".900 | INFO     | roma_trading.agents.trading_agent:trading_cycle:239 - Cycle #" + i
                    + " complete");
        }
        return lines;
    }

    private Said established(List<String> lines, String from) throws IOException {
        Files.write(folder.resolve("bot/roma_trading.log"), lines);
        String data = folder.resolve("data").toString();
        assertThat(Said.by("import", folder.resolve("bot").toString(), "--data", data)
                        .code())
                .isZero();
        return Said.by("baseline", "establish", "--from", from, "--name", "launch", "--data", data);
    }

    /** Nine days, then from the middle of the seventh on once more: the line before may lie outside of the window. */
    @Test
    void days_that_a_log_tells_twice_are_named_with_the_day_to_begin_on() throws IOException {
        List<String> lines = log(BEGIN, 9 * 24);
        lines.addAll(log(LocalDateTime.of(2026, 1, 7, 12, 0), 10 * 24));
        String back =
                "note: clock: line 433 of roma_trading.log goes back from 2026-01-09 23:00 to 2026-01-07 12:00: what lies"
                        + " between 2026-01-07 12:00 and 2026-01-09 23:00 is told twice, and counted twice here; --from 2026-01-10 begins"
                        + " after it\n";
        assertThat(established(lines, "2026-01-02").out()).contains(back);
        assertThat(established(lines, "2026-01-10").out())
                .contains("System Baseline (2026-01-10 to 2026-01-16)")
                .doesNotContain("clock:");
    }

    /** A later log before an earlier one tells of no day twice. */
    @Test
    void logs_joined_in_the_wrong_order_are_no_clock_set_back() throws IOException {
        List<String> lines = log(LocalDateTime.of(2026, 1, 5, 0, 0), 3 * 24);
        lines.addAll(log(BEGIN, 4 * 24));
        assertThat(established(lines, "2026-01-02").out())
                .contains("is earlier than the line before")
                .doesNotContain("clock:");
    }

    /** Lines of several threads are seconds apart. */
    @Test
    void lines_a_little_out_of_order_are_no_clock_set_back() throws IOException {
        List<String> lines = log(BEGIN, 2);
        lines.addAll(log(BEGIN.plusMinutes(30), 9 * 24));
        assertThat(established(lines, "2026-01-01").out())
                .contains("is earlier than the line before")
                .doesNotContain("clock:");
    }
}
