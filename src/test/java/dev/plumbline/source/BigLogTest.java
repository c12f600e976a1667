package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.ImportOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that are read a stretch at a time, held against the same records in logs small enough to be read whole. */
class BigLogTest {

    private static final int CYCLES = 13_000;
    private static final LocalDateTime BEGIN = LocalDateTime.parse("2025-10-20T00:00:00");
    private static final String CONTENT =
            "SELECT COUNT(*) AS n, CAST(SUM(CAST(hash(id, time, agent, symbol, kind, level, message,"
                    + " cycle, account, environment) % 1000000007 AS BIGINT)) AS DOUBLE) AS h, COUNT(DISTINCT agent) AS agents,"
                    + " COUNT(DISTINCT strftime(time, '%Y-%m')) AS months FROM events";

    @TempDir
    Path folder;

    /** Cycles of three agents, 90 seconds each: a lock, words of whoever holds it, equal lines, a traceback, a clock set back. */
    private static void write(Path file, int from, int to) throws IOException {
        Files.createDirectories(file.getParent());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int cycle = from; cycle < to; cycle++) {
                String agent = "agent-" + cycle % 3;
                LocalDateTime at = BEGIN.plusSeconds(90L * cycle - (cycle % 1000 == 999 ? 30 : 0));
                line(out, at, 1, "DEBUG", "🔒 " + agent + " acquired trading lock");
                line(out, at, 2, "INFO", "🔄 Agent " + agent + " - Cycle #" + cycle + " | Runtime: 0min");
                for (int i = 0; i < 12; i++) {
                    line(
                            out,
                            at,
                            3 + i / 4,
                            "INFO",
                            "Looking at BTCUSDT with patience, as before: 6 of 12 indicators agree, "
                                    + "which is not enough. ".repeat(8));
                }
                line(out, at, 900, "ERROR", "Failed to execute open_long for SOLUSDT: {\"code\":-2019}");
                out.write("Traceback (most recent call last):\nRuntimeError: gone\n");
                line(out, at, 950, "DEBUG", "🔓 " + agent + " released trading lock");
                line(out, at, 951, "INFO", "Cycle #" + cycle + " complete");
            }
        }
    }

    private static void line(BufferedWriter out, LocalDateTime at, int millis, String level, String message)
            throws IOException {
        out.write(at.toString().replace('T', ' ') + (at.getSecond() == 0 ? ":00" : "")
                + String.format(Locale.ROOT, ".%03d | %-8s | ", millis, level)
                + "roma_trading.agents.trading_agent:trading_cycle:239 - " + message + "\n");
    }

    private static LoadReport load(Imports imports, String name) {
        return imports.load(Optional.of("roma"), ImportOptions.of("roma"), name);
    }

    private static String content(Imports imports) {
        var rows = imports.rows(CONTENT);
        return String.format(
                Locale.ROOT,
                "%.0f rows, %.0f, %.0f agents, %.0f months",
                rows.doubles("n")[0],
                rows.doubles("h")[0],
                rows.doubles("agents")[0],
                rows.doubles("months")[0]);
    }

    @Test
    void a_big_log_gives_the_rows_that_its_parts_give_and_one_that_grew_adds_its_new_records_only() throws IOException {
        Imports whole = new Imports(folder.resolve("whole"));
        write(whole.path("roma_trading.log"), 0, CYCLES);
        assertThat(Files.size(whole.path("roma_trading.log"))).isGreaterThan(32 << 20);
        Imports parts = new Imports(folder.resolve("parts"));
        write(parts.path("1/roma_trading.log"), 0, CYCLES / 2);
        write(parts.path("2/roma_trading.log"), CYCLES / 2, CYCLES);
        LoadReport first = load(whole, "roma_trading.log");
        load(parts, "1");
        load(parts, "2");
        assertThat(content(whole)).isEqualTo(content(parts)).endsWith(" 3 agents, 2 months");
        assertThat(first.rejected()).isEmpty();
        // what is the same in every row of a part is not written there, and is read all the same
        String who = "SELECT DISTINCT system || ' ' || file || ' ' || COALESCE(exchange, 'none') AS w FROM events";
        assertThat(whole.rows(who).texts("w")).containsExactly("roma " + whole.path("roma_trading.log") + " none");
        // of 17 records a cycle the 2 that tell of the lock are debugging ones
        assertThat(first.loaded()).isEqualTo(15L * CYCLES);
        assertThat(first.notes())
                .anyMatch(note -> note.endsWith(
                        ": " + 2 * CYCLES + " debugging records that tell of no known thing are left out"));

        Path more = folder.resolve("more.log");
        write(more, CYCLES, CYCLES + 10);
        Files.write(whole.path("roma_trading.log"), Files.readAllBytes(more), java.nio.file.StandardOpenOption.APPEND);
        LoadReport grown = load(whole, "roma_trading.log");
        assertThat(grown.loaded()).isEqualTo(150);
        assertThat(grown.tables().get(0).unchanged()).isEqualTo(15L * CYCLES);
        // the same of the file, whether all of a part is known or some of it
        assertThat(grown.byFile()).singleElement().satisfies(file -> {
            assertThat(file.loaded()).isEqualTo(150);
            assertThat(file.unchanged()).isEqualTo(15L * CYCLES);
        });
        write(parts.path("3/roma_trading.log"), CYCLES, CYCLES + 10);
        load(parts, "3");
        assertThat(content(whole)).isEqualTo(content(parts));
    }
}
